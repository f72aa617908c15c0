#include "models/yaml/yamlencoding.h"

#include "models/base/utf8.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Yaml", text);
}

Problem placedAtStart(const YamlOptions &options, Problem problem)
{
    problem.file = options.file;
    problem.position = SourcePosition();
    return problem;
}

/// Whether `c` is a character of YAML, whatever stands around it.
bool isHarmless(char c)
{
    return (c >= 0x20 && c < 0x7F) || c == '\n' || c == '\t';
}

/// How many bytes at `offset` are no part of YAML's character set (YAML 1.2.2, section 5.1).
int forbiddenLength(QByteArrayView text, qsizetype offset)
{
    const auto byteAt = [&](qsizetype ahead) -> uint {
        return offset + ahead < text.size() ? static_cast<uchar>(text.at(offset + ahead)) : 0;
    };
    const uint byte = byteAt(0);
    if (byte == '\r')
        return byteAt(1) == '\n'
            ? 0
            : 1; // a line end of its own for PyYAML, not for editors or yaml-cpp
    if (byte < 0x20)
        return byte == '\t' || byte == '\n' ? 0 : 1;
    if (byte == 0x7F)
        return 1;
    if (byte == 0xC2 && byteAt(1) < 0xA0)
        return byteAt(1) == 0x85 ? 0 : 2;
    const bool isNoCharacter = byte == 0xEF && byteAt(1) == 0xBF && byteAt(2) >= 0xBE;
    return isNoCharacter ? 3 : 0;
}

} // namespace

std::optional<Problem> encodingProblem(const QByteArray &bytes, const YamlOptions &options)
{
    if (bytes.size() > options.limits.size) {
        return placedAtStart(
            options,
            {.code = u"yaml.too-large"_s,
             .message = tr("This file is larger than %1 MB.").arg(options.limits.size >> 20),
             .hint = tr("Split it into several files.")});
    }
    const QByteArrayView start = QByteArrayView(bytes).first(std::min<qsizetype>(4, bytes.size()));
    const bool isUtf16 = start.startsWith("\xFE\xFF") || start.startsWith("\xFF\xFE")
        || (start.size() >= 2 && (start.at(0) == '\0') != (start.at(1) == '\0'));
    if (isUtf16) {
        return placedAtStart(options,
                             {.code = u"yaml.encoding"_s,
                              .message = tr("This file is in UTF-16 or UTF-32."),
                              .hint = tr("Save it as UTF-8.")});
    }
    if (QUtf8StringView(bytes).isValidUtf8())
        return {};
    const Result<QString> text = decodeUtf8(bytes);
    if (text)
        return {};
    Problem problem = text.error().problem;
    problem.code = u"yaml.encoding"_s;
    problem.file = options.file;
    return problem;
}

bool reportForbidden(YamlReading &reading)
{
    const QByteArrayView text = reading.source()->bytes();
    bool isAny = false;
    for (qsizetype offset = 0; offset < text.size(); ++offset) {
        if (isHarmless(text.at(offset)))
            continue;
        if (reading.isFull())
            break;
        const int length = forbiddenLength(text, offset);
        if (length == 0)
            continue;
        isAny = true;
        const uint point = QString::fromUtf8(text.sliced(offset, length)).at(0).unicode();
        const QString number = u"%1"_s.arg(point, 4, 16, QChar(u'0')).toUpper();
        const bool isReturn = point == u'\r';
        reading.report(
            {.code = u"yaml.character"_s,
             .message = isReturn ? tr("A carriage return stands alone, without a line feed.")
                                 : tr("The character U+%1 is not allowed in YAML.").arg(number),
             .hint = isReturn
                 ? tr("End lines with \\n or \\r\\n.")
                 : tr("Remove it, or write it as \"\\u%1\" in double quotes.").arg(number)},
            offset);
        offset += length - 1;
    }
    return isAny;
}

} // namespace waymark
