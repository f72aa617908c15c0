#include "models/git/message.h"

#include "models/git/configuration.h"
#include "models/git/handles.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::git {
namespace {

/// "Key: value" with a key as git interpret-trailers knows it, or a line that goes on with the one
/// before.
bool isTrailer(QByteArrayView line)
{
    if (line.startsWith("(cherry picked from commit "))
        return true;
    const qsizetype colon = line.indexOf(':');
    const auto isKey = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || c == '-';
    };
    return colon > 0 && std::ranges::all_of(line.first(colon), isKey);
}

/// Whether `message` ends in a paragraph of trailers, which is never its first.
bool endsInTrailers(const QByteArray &message)
{
    const qsizetype before = message.lastIndexOf("\n\n");
    if (before < 0)
        return false;
    const QList<QByteArray> lines = message.sliced(before + 2).trimmed().split('\n');
    return std::ranges::all_of(lines, [&](const QByteArray &line) {
        return isTrailer(line)
            || ((line.startsWith(' ') || line.startsWith('\t')) && line != lines.front());
    });
}

} // namespace

Result<QByteArray> cleanedMessage(const Repository &repository, const QByteArray &message)
{
    const auto configuration = Configuration::load(&repository);
    if (!configuration)
        return std::unexpected(configuration.error());
    const QByteArray how = configuration->bytes("commit.cleanup").value_or("default"_ba);
    if (how == "verbatim")
        return message.isEmpty() || message.endsWith('\n') ? message : message + '\n';
    const QByteArray mark = configuration->bytes("core.commentChar").value_or("#"_ba);
    Buffer cleaned;
    if (git_message_prettify(cleaned, message.constData(), how == "strip",
                             mark.size() == 1 ? mark.front() : '#')
        < 0)
        return lastError(QCoreApplication::translate("Git", "The commit message cannot be read"));
    return cleaned.bytes();
}

QByteArray signedOff(const QByteArray &message, const Person &committer)
{
    const QByteArray line = "Signed-off-by: " + committer.toString().toUtf8() + '\n';
    QByteArray text = message;
    if (!text.isEmpty() && !text.endsWith('\n'))
        text += '\n';
    if (!endsInTrailers(text))
        return text + '\n' + line;
    return text.endsWith('\n' + line) ? text : text + line;
}

} // namespace waymark::git
