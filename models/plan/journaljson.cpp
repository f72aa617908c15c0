#include "models/base/json.h"
#include "models/git/shellwords.h"
#include "models/plan/journal.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <array>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr int formatVersion = 1;

QString text(const QByteArray &bytes)
{
    return QString::fromUtf8(bytes);
}

Value texts(const QByteArrayList &list)
{
    List values;
    for (const QByteArray &bytes : list)
        values += Value(text(bytes));
    return values;
}

Value number(quint64 value)
{
    return QString::number(value); // inodes use all 64 bits
}

Value toValue(const FileIdentity &identity)
{
    return List{number(identity.device), number(identity.inode)};
}

Value toValue(const QList<StoredFile> &files)
{
    List values;
    for (const StoredFile &file : files)
        values += Value(List{text(file.path), qint64(file.mode), text(file.hash), text(file.blob)});
    return values;
}

/// The members of a GitChange that are bytes, by their names in the journal.
struct Member
{
    QString name;
    QByteArray GitChange::*bytes;
};

const std::array<Member, 11> &members()
{
    static const std::array<Member, 11> list = {{
        {u"reference"_s, &GitChange::reference},
        {u"before"_s, &GitChange::before},
        {u"after"_s, &GitChange::after},
        {u"branchBefore"_s, &GitChange::branchBefore},
        {u"branchAfter"_s, &GitChange::branchAfter},
        {u"baseReference"_s, &GitChange::baseReference},
        {u"baseBefore"_s, &GitChange::baseBefore},
        {u"baseAfter"_s, &GitChange::baseAfter},
        {u"treeBefore"_s, &GitChange::treeBefore},
        {u"treeAfter"_s, &GitChange::treeAfter},
        {u"logMessage"_s, &GitChange::logMessage},
    }};
    return list;
}

Value toValue(const GitChange &change)
{
    Map map;
    for (const Member &member : members())
        map.insert(member.name, text(change.*member.bytes));
    map.insert(u"since"_s, change.since);
    map.insert(u"locks"_s, texts(change.locks));
    return map;
}

/// Reads a journal; what is missing or of another type stays empty and is said by `isWhole`.
class Reader
{
public:
    explicit Reader(const Map &map)
        : m_map(map)
    {
    }

    [[nodiscard]] bool isWhole() const { return m_isWhole; }
    [[nodiscard]] bool has(QStringView key) const { return !m_map.value(key).isNull(); }

    QString text(QStringView key)
    {
        const Value *value = m_map.find(key);
        return string(value ? *value : Value());
    }
    QByteArray bytes(QStringView key) { return text(key).toUtf8(); }

    qint64 number(QStringView key)
    {
        const Value *value = m_map.find(key);
        const Integer *integer = value ? value->toInteger() : nullptr;
        m_isWhole = m_isWhole && integer;
        return integer ? integer->toInt64().value_or(0) : 0;
    }

    template<typename Enum>
    Enum choice(QStringView key, Enum last)
    {
        const qint64 value = number(key);
        m_isWhole = m_isWhole && value >= 0 && value <= qint64(last);
        return m_isWhole ? Enum(value) : Enum();
    }

    QByteArrayList list(QStringView key)
    {
        QByteArrayList result;
        for (const Value &value : values(key))
            result += string(value).toUtf8();
        return result;
    }

    FileIdentity identity(QStringView key)
    {
        const List pair = values(key);
        m_isWhole = m_isWhole && pair.size() == 2;
        if (!m_isWhole)
            return {};
        return {.device = string(pair.at(0)).toULongLong(),
                .inode = string(pair.at(1)).toULongLong()};
    }

    QList<StoredFile> files(QStringView key)
    {
        QList<StoredFile> result;
        for (const Value &value : values(key))
            result += file(value);
        return result;
    }

    GitChange gitChange(QStringView key)
    {
        const Value value = m_map.value(key);
        const Map map = value.toMap() ? *value.toMap() : Map(); // a reader only refers to it
        Reader reader(map);
        GitChange change;
        for (const Member &member : members())
            change.*member.bytes = reader.bytes(member.name);
        change.since = reader.number(u"since");
        change.locks = reader.list(u"locks");
        m_isWhole = m_isWhole && reader.isWhole();
        return change;
    }

private:
    QString string(const Value &value)
    {
        m_isWhole = m_isWhole && value.toText();
        return value.textOr();
    }

    List values(QStringView key)
    {
        const Value value = m_map.value(key);
        m_isWhole = m_isWhole && value.toList();
        return value.toList() ? *value.toList() : List();
    }

    StoredFile file(const Value &value)
    {
        const List *parts = value.toList();
        m_isWhole = m_isWhole && parts && parts->size() == 4 && parts->at(1).toInteger();
        if (!m_isWhole)
            return {};
        return {.path = string(parts->at(0)).toUtf8(),
                .mode = FileMode(parts->at(1).toInteger()->toInt64().value_or(0)),
                .hash = string(parts->at(2)).toUtf8(),
                .blob = string(parts->at(3)).toUtf8()};
    }

    const Map &m_map;
    bool m_isWhole = true;
};

/// Why a journal, or the note for an undo, cannot be read, with the way on.
Problem unreadable(Problem why)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("Writer", text); };
    const QString file = why.file;
    const bool isNote = file.endsWith(QLatin1StringView(noteName));
    why.code = u"journal.unreadable"_s;
    why.message
        = (isNote ? tr("The note of what the last apply did cannot be read, so it cannot be "
                       "taken back: %1")
                  : tr("A run was interrupted here, and its journal cannot be read, so what "
                       "it left cannot be put right: %1"))
              .arg(why.message);
    why.hint = isNote
        ? tr("Use the Waymark that wrote it; or remove that file, and what was made yourself.")
        : tr("Use the Waymark that wrote it. Or put the files right yourself (in a repository, "
             "“git "
             "status” and “git stash” help; what stood in their place is in the folders “old” "
             "beside "
             "the journal), then remove the folder: rm -r %1")
              .arg(git::shellQuoted(QFileInfo(file).path()));
    return why;
}

} // namespace

QByteArray toJson(const Journal &journal)
{
    Map map;
    map.insert(u"version"_s, formatVersion);
    map.insert(u"action"_s, int(journal.action));
    map.insert(u"truth"_s, int(journal.truth));
    map.insert(u"kind"_s, int(journal.kind));
    map.insert(u"destination"_s, journal.destination);
    map.insert(u"root"_s, journal.root);
    map.insert(u"identity"_s, toValue(journal.identity));
    map.insert(u"prefix"_s, text(journal.prefix));
    map.insert(u"staging"_s, journal.staging);
    map.insert(u"arrivals"_s, texts(journal.arrivals));
    map.insert(u"departures"_s, texts(journal.departures));
    map.insert(u"files"_s, toValue(journal.files));
    map.insert(u"folders"_s, texts(journal.folders));
    map.insert(u"departed"_s, toValue(journal.departed));
    map.insert(u"departedFolders"_s, texts(journal.departedFolders));
    map.insert(u"madeBelow"_s, journal.madeBelow);
    map.insert(u"madeBelowIdentity"_s, toValue(journal.madeBelowIdentity));
    if (journal.repository)
        map.insert(u"repository"_s, toValue(*journal.repository));
    if (!journal.configuration.isEmpty())
        map.insert(u"configuration"_s, text(journal.configuration));
    if (journal.git)
        map.insert(u"git"_s, toValue(*journal.git));
    if (journal.holdsSecret)
        map.insert(u"holdsSecret"_s, true);
    return toJson(Value(map), JsonLayout::Indented) + '\n';
}

Result<Journal> parseJournal(const QByteArray &json, const QString &file)
{
    const auto value = parseJson(json, file);
    if (!value)
        return failure(unreadable(value.error().problem));
    const Map map = value->toMap() ? *value->toMap() : Map();
    Reader reader(map);
    Journal journal;
    journal.action = reader.choice(u"action", Journal::Action::Undo);
    journal.truth = reader.choice(u"truth", Journal::Truth::Reference);
    journal.kind = reader.choice(u"kind", DestinationKind::RepositoryFolder);
    journal.destination = reader.text(u"destination");
    journal.root = reader.text(u"root");
    journal.identity = reader.identity(u"identity");
    journal.prefix = reader.bytes(u"prefix");
    journal.staging = reader.text(u"staging");
    journal.arrivals = reader.list(u"arrivals");
    journal.departures = reader.list(u"departures");
    journal.files = reader.files(u"files");
    journal.folders = reader.list(u"folders");
    journal.departed = reader.files(u"departed");
    journal.departedFolders = reader.list(u"departedFolders");
    journal.madeBelow = reader.text(u"madeBelow");
    journal.madeBelowIdentity = reader.identity(u"madeBelowIdentity");
    if (reader.has(u"repository"))
        journal.repository = reader.identity(u"repository");
    if (reader.has(u"configuration"))
        journal.configuration = reader.bytes(u"configuration");
    if (reader.has(u"git"))
        journal.git = reader.gitChange(u"git");
    journal.holdsSecret = reader.has(u"holdsSecret");
    if (reader.number(u"version") == formatVersion && reader.isWhole())
        return journal;
    return failure(
        unreadable({.message = QCoreApplication::translate(
                        "Writer", "It is damaged, or another version of Waymark wrote it."),
                    .file = file}));
}

} // namespace waymark
