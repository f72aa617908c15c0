#include "models/plan/consent.h"

#include "models/base/json.h"
#include "models/plan/diskwork.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace waymark {

QByteArray commandsHash(const QList<UndoneAction> &undone)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const UndoneAction &action : undone) {
        if (!action.isRunnable)
            continue;
        for (const QString &text : {action.step, action.action, action.command}) {
            const QByteArray field = text.toUtf8();
            hash.addData(QByteArray::number(field.size()) + ':');
            hash.addData(field);
        }
    }
    return hash.result().toHex();
}

Result<> keepConsent(const Consent &consent, FileSystem &fileSystem, const QString &stateFolder)
{
    const auto folder = makeFolder(fileSystem, stateFolder + u"/consents"_s);
    if (!folder)
        return std::unexpected(folder.error());
    const Map content{{u"version"_s, 1},
                      {u"template"_s, consent.made.name},
                      {u"tree"_s, QString::fromLatin1(consent.made.tree)},
                      {u"commit"_s, QString::fromLatin1(consent.made.commit)},
                      {u"commands"_s, QString::fromLatin1(consent.commands)},
                      {u"sandboxed"_s, consent.isSandboxed},
                      {u"at"_s, consent.at.toUTC().toString(Qt::ISODate)}};
    return replaceFile(fileSystem, *folder,
                       consent.made.tree + '-' + consent.commands.first(16) + ".json",
                       toJson(content, JsonLayout::Indented) + '\n');
}

} // namespace waymark
