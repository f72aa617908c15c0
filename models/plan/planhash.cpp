#include "models/plan/planhash.h"

#include "models/plan/contenthashes.h"

#include <QCryptographicHash>

namespace waymark {
namespace {

/// Feeds fields to a hash, each behind its length, so that no two lists of fields look alike.
class FieldHash
{
public:
    void add(const QByteArray &field)
    {
        m_hash.addData(QByteArray::number(field.size()) + ':');
        m_hash.addData(field);
    }
    void add(const QString &field) { add(field.toUtf8()); }
    void add(quint64 field) { add(QByteArray::number(field)); }

    [[nodiscard]] QByteArray hex() const { return m_hash.result().toHex(); }

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

} // namespace

QByteArray contentHash(const QByteArray &content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
}

QByteArray exactHash(const QList<TemplateCommand> &commands)
{
    if (commands.isEmpty())
        return {};
    FieldHash hash;
    for (const TemplateCommand &command : commands) {
        hash.add(command.name);
        hash.add(static_cast<quint64>(command.moment));
        hash.add(command.scriptName);
        hash.add(command.script);
        hash.add(quint64(command.words.size()));
        for (const QString &word : command.words)
            hash.add(word);
        hash.add(command.workingDirectory);
        hash.add(quint64(command.environment.size()));
        for (const auto &[name, value] : command.environment.asKeyValueRange()) {
            hash.add(name);
            hash.add(value);
        }
    }
    return hash.hex();
}

QByteArray planHash(const Plan &plan)
{
    ContentHashes hashes;
    return planHash(plan, hashes);
}

QByteArray planHash(const Plan &plan, ContentHashes &hashes)
{
    FieldHash hash;
    hash.add(plan.made.tree);
    hash.add(static_cast<quint64>(plan.destination.kind));
    if (plan.destination.repository) {
        hash.add(plan.destination.repository->head);
        hash.add(plan.destination.repository->branch);
        hash.add(plan.destination.repository->prefix);
    }
    hash.add(quint64(plan.files.size()));
    for (const PlannedFile &file : plan.files) {
        hash.add(file.change.path);
        hash.add(static_cast<quint64>(file.change.kind));
        hash.add(static_cast<quint64>(file.change.mode.value_or(FileMode{})));
        hash.add(static_cast<quint64>(file.change.oldMode.value_or(FileMode{})));
        hash.add(hashes.of(file.change.path, true, file.change.content));
        hash.add(hashes.of(file.change.path, false, file.change.oldContent));
        hash.add(quint64(file.isSecretAccepted ? 1 : 0));
    }
    hash.add(quint64(plan.folders.size()));
    for (const QByteArray &folder : plan.folders)
        hash.add(folder);
    hash.add(quint64(plan.commits ? 1 : 0));
    hash.add(plan.message);
    hash.add(plan.branch);
    hash.add(quint64(plan.signOff ? 1 : 0));
    hash.add(plan.commands);
    return hash.hex();
}

} // namespace waymark
