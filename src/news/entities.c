// SPDX-License-Identifier: Apache-2.0
// Characters of a page that are written as "&name;" or "&#number;": those of the Latin alphabets and of print, as HTML names them.
#include <stdlib.h>

#include "news/news_own.h"

/* In the order of their codes, from 160 on. */
static const char latin[] =
    "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg "
    "plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 "
    "iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml "
    "Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave "
    "Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil "
    "egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde "
    "ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml ";

/* From 256 on; "-": none. */
static const char extended[] =
    "Amacr amacr Abreve abreve Aogon aogon Cacute cacute Ccirc ccirc Cdot cdot Ccaron ccaron "
    "Dcaron dcaron Dstrok dstrok Emacr emacr - - Edot edot Eogon eogon Ecaron ecaron Gcirc "
    "gcirc Gbreve gbreve Gdot gdot Gcedil - Hcirc hcirc Hstrok hstrok Itilde itilde Imacr "
    "imacr - - Iogon iogon Idot imath IJlig ijlig Jcirc jcirc Kcedil kcedil kgreen Lacute "
    "lacute Lcedil lcedil Lcaron lcaron Lmidot lmidot Lstrok lstrok Nacute nacute Ncedil "
    "ncedil Ncaron ncaron napos ENG eng Omacr omacr - - Odblac odblac OElig oelig Racute "
    "racute Rcedil rcedil Rcaron rcaron Sacute sacute Scirc scirc Scedil scedil Scaron "
    "scaron Tcedil tcedil Tcaron tcaron Tstrok tstrok Utilde utilde Umacr umacr Ubreve "
    "ubreve Uring uring Udblac udblac Uogon uogon Wcirc wcirc Ycirc ycirc Yuml Zacute zacute "
    "Zdot zdot Zcaron zcaron - ";

/* With their codes. */
static const char print[] =
    "amp 38 lt 60 gt 62 quot 34 apos 39 num 35 dollar 36 percnt 37 lpar 40 rpar 41 comma 44 "
    "period 46 colon 58 semi 59 excl 33 quest 63 commat 64 lsqb 91 rsqb 93 NewLine 10 Tab 9 "
    "ensp 8194 emsp 8195 thinsp 8201 zwnj 8204 zwj 8205 lrm 8206 rlm 8207 hyphen 8208 "
    "dash 8208 ndash 8211 mdash 8212 horbar 8213 lsquo 8216 rsquo 8217 rsquor 8217 "
    "sbquo 8218 ldquo 8220 rdquo 8221 rdquor 8221 bdquo 8222 dagger 8224 Dagger 8225 "
    "bull 8226 hellip 8230 mldr 8230 permil 8240 prime 8242 Prime 8243 lsaquo 8249 "
    "rsaquo 8250 euro 8364 trade 8482 minus 8722 circ 710 tilde 732 fnof 402 ";

/* What pages of older programs mean by the numbers 128 to 159, which stand for no character; 0: nothing. */
static const uint16_t windows[32] = {0x20ac, 0,      0x201a, 0x192,  0x201e, 0x2026, 0x2020, 0x2021,
                                     0x2c6,  0x2030, 0x160,  0x2039, 0x152,  0,      0x17d,  0,
                                     0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                     0x2dc,  0x2122, 0x161,  0x203a, 0x153,  0,      0x17e,  0x178};

static uint32_t number(struct str name) {
  uint32_t code = 0;
  bool hex = name.n > 1 && (name.p[1] == 'x' || name.p[1] == 'X');
  for (size_t i = hex ? 2 : 1; i < name.n; i++) {
    char c = name.p[i];
    uint32_t digit = c >= '0' && c <= '9' ? (uint32_t)(c - '0')
                     : hex                ? (uint32_t)((c | 32) - 'a' + 10)
                                          : 99;
    if (digit >= (hex ? 16u : 10u) || code > 0x10ffff) return 0;
    code = code * (hex ? 16 : 10) + digit;
  }
  if (code >= 128 && code < 160) return windows[code - 128];
  return code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? 0 : code;
}

/* Which word of the list it is; -1: none. `step`: of so many words one is a name. */
static long place_in(const char *list, struct str name, int step) {
  long at = 0;
  for (const char *p = list; *p != 0; at++) {
    size_t n = strcspn(p, " ");
    if (at % step == 0 && n == name.n && memcmp(p, name.p, n) == 0) return at;
    p += n + (p[n] == ' ');
  }
  return -1;
}

static uint32_t code_behind(const char *list, long at) {
  const char *p = list;
  for (; at >= 0; at--) p += strcspn(p, " ") + 1;
  return (uint32_t)strtoul(p, NULL, 10);
}

uint32_t news_entity(struct str name) {
  if (name.n > 1 && name.p[0] == '#') return number(name);
  long at = place_in(print, name, 2);
  if (at >= 0) return code_behind(print, at);
  if ((at = place_in(latin, name, 1)) >= 0) return 160u + (uint32_t)at;
  if (str_eq(name, STR("-"))) return 0;
  return (at = place_in(extended, name, 1)) >= 0 ? 256u + (uint32_t)at : 0;
}

size_t news_utf8_put(uint32_t code, char out[4]) {
  if (code < 0x80) {
    out[0] = (char)code;
    return 1;
  }
  size_t n = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  for (size_t i = n - 1; i > 0; i--, code >>= 6) out[i] = (char)(0x80 | (code & 0x3f));
  static const unsigned char leads[] = {0, 0, 0xc0, 0xe0, 0xf0};
  out[0] = (char)(leads[n] | code);
  return n;
}
