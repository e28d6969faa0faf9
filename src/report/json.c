// SPDX-License-Identifier: Apache-2.0
// JSON and JSON lines: the order of the objects. Their contents are in json_parts.c and
// json_proof.c.
//
// JSON is one object whose lines are written as they come; the fees of entries wait in r->kept,
// because the schema puts them after the lines. JSON lines writes everything as it comes: a header,
// a line each, an entry each, the totals.

#include "report/json_parts.h"

enum { DEPTH_ENTRY = 2, FLAT_FROM = 7 };

static struct json_out nested(struct buf *out, int depth, bool started) {
  return (struct json_out){.out = out, .depth = depth, .flat = FLAT_FROM, .started = started};
}

static struct json_out one_line(struct buf *out) {
  return (struct json_out){.out = out};
}

static void write_line(struct json_out *j, const struct imp_report *r,
                       const struct report_line *line, const struct imp_answer *a) {
  if (r->options.proof)
    json_proof_line(j, line, a);
  else
    json_line(j, r, line, a);
}

/* ---- one object ------------------------------------------------------------------------------ */

static void json_begin(struct imp_report *r, struct buf *out) {
  struct json_out j = nested(out, 0, false);
  json_open(&j, NULL, '{');
  json_head(&j, r);
  if (r->options.proof) json_proof_head(&j, r);
  json_open(&j, "lines", '[');
}

static void json_next_line(struct imp_report *r, const struct report_line *line,
                           const struct imp_answer *a, struct buf *out) {
  struct json_out j = nested(out, DEPTH_ENTRY, r->lines > 0);
  write_line(&j, r, line, a);
}

static void json_keep_entry(struct imp_report *r, const char *entry, const struct imp_fee *fees,
                            uint32_t count, struct buf *out) {
  (void)out;
  struct json_out j = nested(&r->kept, DEPTH_ENTRY, r->entries > 0);
  json_fees(&j, r, entry, fees, count);
}

static void json_end(struct imp_report *r, const struct totals_table *totals, struct buf *out) {
  struct json_out j = nested(out, DEPTH_ENTRY, r->lines > 0);
  json_close(&j, ']');
  json_open(&j, "entries", '[');
  buf_put(out, buf_str(&r->kept));
  j.started = r->entries > 0;
  json_close(&j, ']');
  json_totals(&j, r, totals);
  if (!r->options.proof) json_not_included(&j, outside_all(r));
  json_close(&j, '}');
  buf_putc(out, '\n');
}

const struct report_form report_json = {json_begin, json_next_line, json_keep_entry, json_end};

/* ---- an object a line ------------------------------------------------------------------------ */

static void jsonl_begin(struct imp_report *r, struct buf *out) {
  struct json_out j = one_line(out);
  json_open(&j, NULL, '{');
  json_head(&j, r);
  if (r->options.proof) json_proof_head(&j, r);
  if (!r->options.proof) json_not_included(&j, 0);
  json_close(&j, '}');
  buf_putc(out, '\n');
}

static void jsonl_line(struct imp_report *r, const struct report_line *line,
                       const struct imp_answer *a, struct buf *out) {
  struct json_out j = one_line(out);
  write_line(&j, r, line, a);
  buf_putc(out, '\n');
}

static void jsonl_entry(struct imp_report *r, const char *entry, const struct imp_fee *fees,
                        uint32_t count, struct buf *out) {
  struct json_out j = one_line(out);
  json_fees(&j, r, entry, fees, count);
  buf_putc(out, '\n');
}

static void jsonl_end(struct imp_report *r, const struct totals_table *totals, struct buf *out) {
  struct json_out j = one_line(out);
  json_open(&j, NULL, '{');
  json_totals(&j, r, totals);
  json_close(&j, '}');
  buf_putc(out, '\n');
}

const struct report_form report_jsonl = {jsonl_begin, jsonl_line, jsonl_entry, jsonl_end};
