#include "models/plan/draft.h"

#include "models/base/json.h"
#include "models/base/textcontext.h"
#include "models/base/valuepath.h"

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr int formatVersion = 1;

constexpr TextContext translated("Draft");

/// Any bytes as text, readable where they are plain.
QString escaped(const QByteArray &path)
{
    return QString::fromLatin1(path.toPercentEncoding("/ @+,=()[]{}"));
}

Map toMap(const DraftTemplate &of)
{
    return {{u"id"_s, of.id},
            {u"title"_s, of.title},
            {u"source"_s, of.source},
            {u"folder"_s, of.folder},
            {u"tree"_s, QString::fromLatin1(of.tree)}};
}

/// Reads a map; what is missing stays empty, what is of another type is said by `isWhole`.
class Reader
{
public:
    explicit Reader(const Map &map)
        : m_map(map)
    {
    }

    [[nodiscard]] bool isWhole() const { return m_isWhole; }

    QString text(QStringView key) { return textOf(m_map.value(key)); }
    Map map(QStringView key)
    {
        const Value value = m_map.value(key);
        m_isWhole = m_isWhole && (value.toMap() || value.isNull());
        return value.toMap() ? *value.toMap() : Map();
    }
    bool truth(QStringView key)
    {
        const Value value = m_map.value(key);
        m_isWhole = m_isWhole && value.toBool();
        return value.toBool() && *value.toBool();
    }
    int number(QStringView key)
    {
        const Value value = m_map.value(key);
        const Integer *integer = value.toInteger();
        m_isWhole = m_isWhole && integer;
        return integer ? int(integer->toInt64().value_or(0)) : 0;
    }
    QStringList texts(const Value &value)
    {
        QStringList all;
        m_isWhole = m_isWhole && (value.toList() || value.isNull());
        for (const Value &item : value.toList() ? *value.toList() : List())
            all += textOf(item);
        return all;
    }
    QStringList texts(QStringView key) { return texts(m_map.value(key)); }

    QMap<QString, QString> reasons()
    {
        QMap<QString, QString> all;
        for (const Map::Entry &entry : map(u"reasons"))
            all.insert(entry.key, textOf(entry.value));
        return all;
    }
    QMap<AnswerPath, QStringList> typed()
    {
        QMap<AnswerPath, QStringList> all;
        for (const Map::Entry &entry : map(u"typed")) {
            const std::optional<QStringList> path = pathOf(entry.key);
            m_isWhole = m_isWhole && path;
            all.insert(path.value_or(AnswerPath()), texts(entry.value));
        }
        return all;
    }
    QByteArrayList paths(QStringView key)
    {
        QByteArrayList all;
        for (const QString &path : texts(key))
            all += QByteArray::fromPercentEncoding(path.toLatin1());
        return all;
    }
    DraftTemplate of(QStringView key)
    {
        const Map there = map(key);
        Reader reader(there);
        const DraftTemplate of{.id = reader.text(u"id"),
                               .title = reader.text(u"title"),
                               .source = reader.text(u"source"),
                               .folder = reader.text(u"folder"),
                               .tree = reader.text(u"tree").toLatin1()};
        m_isWhole = m_isWhole && reader.isWhole() && !of.id.isEmpty();
        return of;
    }

private:
    QString textOf(const Value &value)
    {
        m_isWhole = m_isWhole && (value.toText() || value.isNull());
        return value.textOr();
    }

    const Map &m_map;
    bool m_isWhole = true;
};

Problem unreadable(const Problem &why)
{
    Problem problem = why;
    problem.code = u"draft.unreadable"_s;
    problem.message = translated("This draft cannot be read: %1").arg(why.message);
    problem.hint = translated("Use the Waymark that wrote it. Or look into the file: what was "
                              "answered is there as text. It is not touched.");
    return problem;
}

} // namespace

QByteArray toJson(const Draft &draft)
{
    Map typed;
    for (const auto &[path, texts] : draft.typed.asKeyValueRange())
        typed.insert(pointerOf(path), texts);
    Map reasons;
    for (const auto &[answer, reason] : draft.reasons.asKeyValueRange())
        reasons.insert(answer, reason);
    QStringList declined;
    for (const QByteArray &path : draft.declined)
        declined += escaped(path);
    const Map map{{u"version"_s, formatVersion},
                  {u"name"_s, draft.name},
                  {u"template"_s, toMap(draft.of)},
                  {u"answers"_s, draft.answers},
                  {u"typed"_s, typed},
                  {u"reasons"_s, reasons},
                  {u"declined"_s, declined},
                  {u"destination"_s, draft.destination},
                  {u"branch"_s, draft.branch},
                  {u"message"_s, draft.message},
                  {u"commits"_s, draft.commits},
                  {u"signOff"_s, draft.signOff},
                  {u"golden"_s, draft.golden},
                  {u"page"_s, draft.page},
                  {u"saved"_s, draft.saved.toUTC().toString(Qt::ISODateWithMs)}};
    return toJson(Value(map), JsonLayout::Indented) + '\n';
}

Result<Draft> parseDraft(const QByteArray &json, const QString &file)
{
    const auto value = parseJson(json, file);
    if (!value)
        return failure(unreadable(value.error().problem));
    const Map map = value->toMap() ? *value->toMap() : Map();
    Reader reader(map);
    if (reader.number(u"version") > formatVersion)
        return failure(
            unreadable({.message = translated("a later Waymark wrote it."), .file = file}));
    Draft draft;
    draft.name = reader.text(u"name");
    draft.of = reader.of(u"template");
    draft.answers = reader.map(u"answers");
    draft.typed = reader.typed();
    draft.reasons = reader.reasons();
    draft.declined = reader.paths(u"declined");
    draft.destination = reader.text(u"destination");
    draft.branch = reader.text(u"branch");
    draft.message = reader.text(u"message");
    draft.commits = reader.truth(u"commits");
    draft.signOff = map.contains(u"signOff") && reader.truth(u"signOff");
    draft.golden = reader.texts(map.value(u"golden"));
    draft.page = reader.number(u"page");
    draft.saved = QDateTime::fromString(reader.text(u"saved"), Qt::ISODateWithMs);
    if (reader.isWhole())
        return draft;
    return failure(unreadable({.message = translated("it is damaged."), .file = file}));
}

} // namespace waymark
