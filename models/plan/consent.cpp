#include "models/plan/consent.h"

#include "models/base/json.h"
#include "models/plan/diskwork.h"

#include <QCryptographicHash>
#include <QFile>

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

namespace {

constexpr auto folderName = u"/consents";

/// The file that keeps `consent`. One for the sandbox says nothing about running without it.
QByteArray fileNameOf(const Consent &consent)
{
    return consent.made.tree + '-' + consent.commands + (consent.isSandboxed ? "" : "-unsandboxed")
        + ".json";
}

/// All that a consent is to; not when it was given.
Map subjectOf(const Consent &consent)
{
    return {{u"version"_s, 1},
            {u"template"_s, consent.made.name},
            {u"tree"_s, QString::fromLatin1(consent.made.tree)},
            {u"commit"_s, QString::fromLatin1(consent.made.commit)},
            {u"commands"_s, QString::fromLatin1(consent.commands)},
            {u"sandboxed"_s, consent.isSandboxed}};
}

} // namespace

Result<> keepConsent(const Consent &consent, FileSystem &fileSystem, const QString &stateFolder)
{
    const auto folder = makeFolder(fileSystem, stateFolder + QString::fromUtf16(folderName));
    if (!folder)
        return std::unexpected(folder.error());
    Map content = subjectOf(consent);
    content.insert(u"at"_s, consent.at.toUTC().toString(Qt::ISODate));
    return replaceFile(fileSystem, *folder, fileNameOf(consent),
                       toJson(content, JsonLayout::Indented) + '\n');
}

bool isConsentKept(const Consent &wanted, const QString &stateFolder)
{
    QFile file(stateFolder + QString::fromUtf16(folderName) + u'/'
               + QString::fromLatin1(fileNameOf(wanted)));
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const auto content = parseJson(file.readAll());
    const Map *kept = content ? content->toMap() : nullptr;
    if (!kept)
        return false;
    Map subject = *kept;
    subject.remove(u"at"_s);
    return subject == subjectOf(wanted);
}

} // namespace waymark
