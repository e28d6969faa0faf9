// SPDX-License-Identifier: Apache-2.0
// What an import says: the changes of an edition for a person, and all of them as JSON.
//
// The text lists at most LISTED of a kind and says how many more there are; the JSON leaves nothing out.
#include "source/source.h"

enum { LISTED = 40 };

static const char *const titles[SOURCE_CHANGES] = {
    "lines born",    "lines ended",     "numbers born",   "numbers ended",
    "general rates", "special columns", "column 2 rates", "units",
};

static const char *const members[SOURCE_CHANGES] = {
    "lines_born", "lines_ended", "numbers_born", "numbers_ended",
    "general",    "special",     "column_2",     "units",
};

static void put_code(uint64_t code, uint32_t digits, struct buf *out) {
  source_print_code(code, digits, out);
}

/* ---- text ---- */

static void text_counts(const struct source_summary *s, struct buf *out) {
  bool any = false;
  for (int k = 0; k < SOURCE_CHANGES; k++) {
    if (s->diff->counts[k] > 0) {
      buf_printf(out, "%s%s %u", any ? ", " : "  ", titles[k], s->diff->counts[k]);
      any = true;
    }
  }
  buf_puts(out, any ? "\n" : "  no change in chapters 1 to 97\n");
}

static void text_change(const struct source_change *c, struct buf *out) {
  buf_puts(out, "  ");
  put_code(c->code, c->digits, out);
  if (c->from.n > 0 || c->kind == SOURCE_SPECIAL_CHANGED) {
    buf_printf(out, "  %.*s", (int)c->from.n, c->from.n > 0 ? c->from.p : "");
  }
  if (c->from.p != NULL && c->to.p != NULL) {
    buf_puts(out, " ->");
  }
  if (c->to.n > 0) {
    buf_printf(out, "%s%.*s", c->from.p != NULL ? " " : "  ", (int)c->to.n, c->to.p);
  }
  buf_putc(out, '\n');
}

static void text_kind(const struct source_diff *d, enum source_change_kind kind, struct buf *out) {
  uint32_t shown = 0, more = 0;
  for (size_t i = 0; i < d->count; i++) {
    const struct source_change *c = &d->items[i];
    if (c->kind != kind || c->of_line) {
      continue;
    }
    if (shown == 0) {
      buf_printf(out, "\n%s\n", titles[kind]);
    }
    if (shown == LISTED) {
      more++;
      continue;
    }
    text_change(c, out);
    shown++;
  }
  if (more > 0) {
    buf_printf(out, "  and %u more (--json lists all)\n", more);
  }
}

static void text_moves(const struct source_moves *m, enum source_move_kind kind, const char *title,
                       struct buf *out) {
  uint32_t shown = 0, more = 0;
  for (size_t i = 0; i < m->count; i++) {
    const struct source_move *one = &m->items[i];
    if (one->kind != kind) {
      continue;
    }
    if (shown == 0) {
      buf_printf(out, "\n%s\n", title);
    }
    if (shown == LISTED) {
      more++;
      continue;
    }
    buf_puts(out, "  ");
    put_code(one->old_code, 10, out);
    if (kind == SOURCE_MOVED) {
      buf_puts(out, " -> ");
      put_code(one->new_code, 10, out);
    }
    buf_puts(out, one->partial ? "  partial\n" : "\n");
    shown++;
  }
  if (more > 0) {
    buf_printf(out, "  and %u more (--json lists all)\n", more);
  }
}

static void text_programmes(const struct source_diff *d, struct buf *out) {
  if (d->programme_count > 0) {
    buf_puts(out, "\nspecial programmes, lines\n");
  }
  for (size_t i = 0; i < d->programme_count; i++) {
    const struct source_programme *p = &d->programmes[i];
    buf_printf(out, "  %-3.*s  gained %u, lost %u, rate changed %u\n", (int)p->symbol.n,
               p->symbol.p, p->gained, p->lost, p->changed);
  }
}

static void text_head(const struct source_summary *s, struct buf *out) {
  buf_printf(out, "%s, from ", s->name);
  day_print(s->day, out);
  if (s->was->count > 0) {
    buf_printf(out, ", against %.*s of ", (int)s->was->last_name.n, s->was->last_name.p);
    day_print(s->was->last, out);
  }
  buf_printf(out, "\n  %zu lines, %zu numbers\n", s->lines, s->numbers);
}

void source_summary_text(const struct source_summary *s, struct buf *out) {
  text_head(s, out);
  text_counts(s, out);
  for (int k = 0; s->was->count > 0 && k < SOURCE_CHANGES; k++) {
    text_kind(s->diff, (enum source_change_kind)k, out);
  }
  if (s->was->count > 0) {
    text_programmes(s->diff, out);
  }
  text_moves(s->moves, SOURCE_MOVED, "renumbered", out);
  text_moves(s->moves, SOURCE_REUSED, "given to other goods", out);
  text_moves(s->moves, SOURCE_ENDED, "ended without a successor", out);
  if (s->note != NULL) {
    buf_printf(out, "\nnote: %s\n", s->note);
  }
  for (int i = 0; i < 3 && s->written[i] != NULL; i++) {
    buf_printf(out, "%s%s\n", i == 0 ? "\nwritten: " : "         ", s->written[i]);
  }
  if (s->written[0] == NULL) {
    buf_puts(out, "\nnothing written\n");
  }
}

/* ---- JSON ---- */

void source_json_string(struct str s, struct buf *out) {
  buf_putc(out, '"');
  for (size_t i = 0; i < s.n; i++) {
    unsigned char c = (unsigned char)s.p[i];
    if (c == '"' || c == '\\') {
      buf_putc(out, '\\');
      buf_putc(out, (char)c);
    } else if (c < 0x20) {
      buf_printf(out, "\\u%04x", c);
    } else {
      buf_putc(out, (char)c);
    }
  }
  buf_putc(out, '"');
}

static void json_code(const char *member, uint64_t code, uint32_t digits, struct buf *out) {
  buf_printf(out, "\"%s\":\"", member);
  put_code(code, digits, out);
  buf_putc(out, '"');
}

static void json_day(const char *member, imp_day day, struct buf *out) {
  buf_printf(out, "\"%s\":", member);
  if (day == DAY_FIRST || day == DAY_NEVER) {
    buf_puts(out, "null");
    return;
  }
  buf_putc(out, '"');
  day_print(day, out);
  buf_putc(out, '"');
}

static void json_change(const struct source_change *c, struct buf *out) {
  buf_putc(out, '{');
  json_code("code", c->code, c->digits, out);
  if (c->from.p != NULL || c->kind == SOURCE_SPECIAL_CHANGED) {
    buf_puts(out, ",\"from\":");
    source_json_string(c->from, out);
  }
  if (c->to.p != NULL || c->kind == SOURCE_SPECIAL_CHANGED) {
    buf_puts(out, ",\"to\":");
    source_json_string(c->to, out);
  }
  buf_puts(out, c->of_line ? ",\"with_line\":true}" : "}");
}

static void json_kind(const struct source_diff *d, int kind, struct buf *out) {
  bool first = true;
  buf_printf(out, ",\n\"%s\":[", members[kind]);
  for (size_t i = 0; i < d->count; i++) {
    if ((int)d->items[i].kind == kind) {
      buf_puts(out, first ? "\n  " : ",\n  ");
      json_change(&d->items[i], out);
      first = false;
    }
  }
  buf_putc(out, ']');
}

static void json_programmes(const struct source_diff *d, struct buf *out) {
  buf_puts(out, ",\n\"programmes\":[");
  for (size_t i = 0; i < d->programme_count; i++) {
    const struct source_programme *p = &d->programmes[i];
    buf_puts(out, i == 0 ? "\n  {\"symbol\":" : ",\n  {\"symbol\":");
    source_json_string(p->symbol, out);
    buf_printf(out, ",\"gained\":%u,\"lost\":%u,\"changed\":%u}", p->gained, p->lost, p->changed);
  }
  buf_putc(out, ']');
}

static void json_moves(const struct source_moves *m, enum source_move_kind kind, const char *member,
                       struct buf *out) {
  bool first = true;
  buf_printf(out, ",\n\"%s\":[", member);
  for (size_t i = 0; i < m->count; i++) {
    const struct source_move *one = &m->items[i];
    if (one->kind != kind) {
      continue;
    }
    buf_puts(out, first ? "\n  {" : ",\n  {");
    json_code("old", one->old_code, 10, out);
    if (kind == SOURCE_MOVED) {
      buf_putc(out, ',');
      json_code("new", one->new_code, 10, out);
      buf_printf(out, ",\"partial\":%s", one->partial ? "true" : "false");
    }
    buf_putc(out, '}');
    first = false;
  }
  buf_putc(out, ']');
}

static void json_head(const struct source_summary *s, struct buf *out) {
  buf_puts(out, "{\"edition\":{\"name\":");
  source_json_string(str_of(s->name), out);
  buf_putc(out, ',');
  json_day("from", s->day, out);
  buf_printf(out, ",\"lines\":%zu,\"numbers\":%zu},\n\"held\":{\"name\":", s->lines, s->numbers);
  source_json_string(s->was->last_name, out);
  buf_putc(out, ',');
  json_day("from", s->was->last, out);
  buf_puts(out, "},\n\"written\":[");
  for (int i = 0; i < 3 && s->written[i] != NULL; i++) {
    buf_puts(out, i > 0 ? "," : "");
    source_json_string(str_of(s->written[i]), out);
  }
  buf_puts(out, "],\n\"texts_before\":");
  if (s->texts != NULL) {
    source_json_string(str_of(s->texts), out);
  } else {
    buf_puts(out, "null");
  }
}

void source_summary_json(const struct source_summary *s, struct buf *out) {
  json_head(s, out);
  for (int k = 0; k < SOURCE_CHANGES; k++) {
    json_kind(s->diff, k, out);
  }
  json_programmes(s->diff, out);
  json_moves(s->moves, SOURCE_MOVED, "renumbered", out);
  json_moves(s->moves, SOURCE_REUSED, "given_to_other_goods", out);
  json_moves(s->moves, SOURCE_ENDED, "without_successor", out);
  buf_puts(out, "}\n");
}

void source_findings_json(const struct source_file *f, struct buf *out) {
  buf_printf(out, "{\"findings\":%u,\"shown\":[", f->findings);
  for (size_t i = 0; i < f->diags->count; i++) {
    const struct diag *d = &f->diags->items[i];
    buf_puts(out, i == 0 ? "\n  {\"id\":" : ",\n  {\"id\":");
    source_json_string(str_of(d->id), out);
    buf_puts(out, ",\"file\":");
    source_json_string(str_of(d->file), out);
    buf_printf(out, ",\"line\":%u,\"message\":", d->line);
    source_json_string(str_of(d->message), out);
    buf_puts(out, ",\"next\":");
    source_json_string(str_of(d->next), out);
    buf_putc(out, '}');
  }
  buf_puts(out, "]}\n");
}
