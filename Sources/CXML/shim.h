// Debian builds libxml2 with ICU, and its headers would bring ICU's own along: another version of what Foundation holds.
// Nothing here uses what they declare.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
