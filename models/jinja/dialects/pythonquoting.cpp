#include "models/jinja/dialects/python.h"

#include "models/jinja/methods/pythoncharacters.h"

namespace waymark::jinja::python {
namespace {

void appendEscaped(QString &result, char32_t code)
{
    const int width = code < 0x100 ? 2 : code < 0x10000 ? 4 : 8;
    result += width == 2 ? u"\\x" : width == 4 ? u"\\u" : u"\\U";
    result += QString::number(code, 16).rightJustified(width, u'0');
}

} // namespace

QString quoted(QStringView text)
{
    const QChar quote = text.contains(u'\'') && !text.contains(u'"') ? u'"' : u'\'';
    QString result(quote);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool isPair
            = c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const char32_t code = isPair ? QChar::surrogateToUcs4(c, text[i + 1]) : c.unicode();
        if (c == u'\\' || c == quote) {
            result += u'\\';
            result += c;
        } else if (c == u'\n') {
            result += u"\\n";
        } else if (c == u'\r') {
            result += u"\\r";
        } else if (c == u'\t') {
            result += u"\\t";
        } else if (isPythonPrintable(code)) {
            result += QChar::fromUcs4(code);
        } else {
            appendEscaped(result, code);
        }
        i += isPair ? 1 : 0;
    }
    return result + quote;
}

} // namespace waymark::jinja::python
