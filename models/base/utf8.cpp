#include "models/base/utf8.h"

#include <QCoreApplication>
#include <QStringDecoder>

namespace waymark {
namespace {

using Flag = QStringDecoder::Flag;

/// `text` is what Qt made of `bytes`: the offset of the first U+FFFD in it that the bytes do not
/// spell.
qsizetype firstReplaced(QByteArrayView bytes, QStringView text)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text.at(at);
        if (c == QChar::ReplacementCharacter && !bytes.startsWith("\xEF\xBF\xBD"))
            return at;
        const int length = c < u'\u0080' ? 1 : c < u'\u0800' || c.isSurrogate() ? 2 : 3;
        bytes = bytes.sliced(length);
    }
    return text.size();
}

} // namespace

Result<QString> decodeUtf8(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, Flag::Stateless | Flag::ConvertInitialBom);
    QString text = decoder.decode(bytes);
    if (!decoder.hasError())
        return text;
    const Problem problem{
        .code = QStringLiteral("text.not-utf8"),
        .message = QCoreApplication::translate("Utf8", "This is not UTF-8 text."),
        .hint = QCoreApplication::translate("Utf8", "Save the file as UTF-8."),
    };
    return failure(problem.pointingAt(text, positionOf(text, firstReplaced(bytes, text))));
}

QString displayed(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, Flag::Stateless | Flag::ConvertInitialBom);
    return decoder.decode(bytes);
}

} // namespace waymark
