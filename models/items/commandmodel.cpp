#include "models/items/commandmodel.h"

#include "models/base/textcontext.h"

#include <QVariant>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

using Kind = CommandEntry::Kind;
constexpr qsizetype mostRecent = 12;
constexpr qsizetype mostOfKind = 30; // rows in a group: nobody reads more
constexpr int ofSelection = 1000; // what comes before any match
constexpr int ofRecent = 40; // what comes before a match that is not much better

constexpr TextContext translated("CommandModel");

QString headingOf(Kind kind)
{
    static constexpr std::array<const char *, 5> headings = {
        QT_TRANSLATE_NOOP("CommandModel", "Commands"),
        QT_TRANSLATE_NOOP("CommandModel", "Services"),
        QT_TRANSLATE_NOOP("CommandModel", "Templates"),
        QT_TRANSLATE_NOOP("CommandModel", "Fields"),
        QT_TRANSLATE_NOOP("CommandModel", "Files"),
    };
    return translated(headings.at(size_t(kind)));
}

QString nameOf(const CommandEntry &entry)
{
    return QString::number(int(entry.kind)) + u' ' + entry.id;
}

/// What a query asks for: words, of one kind or of any.
struct Question
{
    std::optional<Kind> kind;
    QList<SearchWord> words;
};

Question questionOf(const QString &query)
{
    const QString text = query.trimmed();
    const QChar first = text.isEmpty() ? QChar() : text.at(0);
    Question question;
    if (first == u'>')
        question.kind = Kind::Action;
    else if (first == u'@')
        question.kind = Kind::Service;
    else if (first == u'#')
        question.kind = Kind::Template;
    question.words = searchWords(question.kind ? QStringView(text).sliced(1) : text);
    return question;
}

CommandRow headingRow(const QString &heading)
{
    return {.key = u"heading "_s + heading, .isHeading = true, .heading = heading};
}

} // namespace

CommandModel::CommandModel(QObject *parent)
    : RowModel(parent)
{
}

void CommandModel::setEntries(const QList<CommandEntry> &entries)
{
    m_entries = entries;
    m_searched.clear();
    for (const CommandEntry &entry : entries)
        m_searched += Searched{
            SearchedText(entry.title),
            SearchedText(QString(entry.title + u' ' + entry.keywords + u' ' + entry.detail))};
    show();
}

void CommandModel::setQuery(const QString &query)
{
    m_query = query;
    show();
}

void CommandModel::use(const CommandEntry &entry)
{
    QStringList recent = m_recent;
    recent.removeAll(nameOf(entry));
    recent.prepend(nameOf(entry));
    setRecent(recent);
}

void CommandModel::setRecent(const QStringList &recent)
{
    m_recent = recent.first(std::min(mostRecent, recent.size()));
    show();
}

/// How lately it was used; 0: not that anybody remembers.
int CommandModel::recency(const CommandEntry &entry) const
{
    const qsizetype place = m_recent.indexOf(nameOf(entry));
    return place < 0 ? 0 : int(mostRecent - place);
}

/// The match of a title, else of what stands beside it, which counts half.
std::optional<TextMatch> CommandModel::matchOf(const Searched &searched,
                                               const QList<SearchWord> &words)
{
    if (auto match = matchText(words, searched.title))
        return match;
    if (const auto match = matchText(words, searched.all))
        return TextMatch{match->score / 2, matchedSpans(words, searched.title)};
    return {};
}

/// The best first.
QList<CommandModel::Hit> CommandModel::hits() const
{
    const Question question = questionOf(m_query);
    QList<Hit> hits;
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const CommandEntry &entry = m_entries.at(i);
        if (question.kind && entry.kind != *question.kind)
            continue;
        const int used = recency(entry);
        const bool isListed
            = !question.words.isEmpty() || question.kind || used > 0 || entry.isOfSelection;
        const auto match = isListed ? matchOf(m_searched.at(i), question.words) : std::nullopt;
        if (!match)
            continue;
        const int bonus
            = (entry.isOfSelection ? ofSelection : 0) + (used > 0 ? ofRecent + used : 0);
        hits += {&entry, match->score + bonus, match->spans};
    }
    std::ranges::stable_sort(hits, std::greater(), &Hit::score);
    return hits;
}

void CommandModel::show()
{
    QList<Hit> all = hits();
    QList<CommandRow> rows;
    const auto addGroup = [&rows](const QString &heading, const QList<Hit> &group) {
        if (group.isEmpty())
            return;
        rows += headingRow(heading);
        for (const Hit &hit : group.first(std::min(mostOfKind, group.size())))
            rows += CommandRow{.key = nameOf(*hit.entry), .entry = *hit.entry, .spans = hit.spans};
    };
    const Question question = questionOf(m_query);
    if (question.words.isEmpty() && !question.kind) {
        addGroup(translated("Used lately"), all);
        setRows(rows);
        return;
    }
    if (!all.isEmpty() && !question.words.isEmpty())
        addGroup(translated("Best match"), {all.takeFirst()});
    for (const Kind kind : {Kind::Action, Kind::Service, Kind::Template, Kind::Field, Kind::File}) {
        QList<Hit> group = all;
        group.removeIf([kind](const Hit &hit) { return hit.entry->kind != kind; });
        addGroup(headingOf(kind), group);
    }
    setRows(rows);
}

QModelIndex CommandModel::best() const
{
    return next({});
}

QModelIndex CommandModel::next(const QModelIndex &from, bool backwards) const
{
    const int count = rowCount();
    const int step = backwards ? count - 1 : 1;
    int row = from.isValid() ? from.row() : backwards ? 0 : count - 1;
    for (int i = 0; i < count; ++i) {
        row = (row + step) % count;
        if (!rows().at(row).isHeading)
            return index(row);
    }
    return {};
}

const CommandEntry *CommandModel::entry(const QModelIndex &index) const
{
    const bool isEntry
        = checkIndex(index, CheckIndexOption::IndexIsValid) && !rows().at(index.row()).isHeading;
    return isEntry ? &rows().at(index.row()).entry : nullptr;
}

QVariant CommandModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CommandRow &row = rows().at(index.row());
    const CommandEntry &entry = row.entry;
    switch (role) {
    case Qt::DisplayRole:
        return row.isHeading ? row.heading : entry.title;
    case Qt::AccessibleTextRole:
        return row.isHeading || entry.detail.isEmpty()
            ? data(index, Qt::DisplayRole)
            : QVariant(entry.title + u", "_s + entry.detail);
    case IsHeadingRole:
        return row.isHeading;
    case KindRole:
        return int(entry.kind);
    case IdRole:
        return entry.id;
    case DetailRole:
        return entry.detail;
    case KeysRole:
        return entry.keys;
    case SpansRole:
        return QVariant::fromValue(row.spans);
    case EnabledRole:
        return !row.isHeading && entry.isEnabled;
    case ReasonRole:
        return entry.reason;
    default:
        return {};
    }
}

Qt::ItemFlags CommandModel::flags(const QModelIndex &index) const
{
    const bool isHeading = index.isValid() && !entry(index);
    return isHeading ? Qt::ItemFlags(Qt::ItemNeverHasChildren) : RowModel::flags(index);
}

QHash<int, QByteArray> CommandModel::roleNames() const
{
    auto names = RowModel::roleNames();
    names.insert({{IsHeadingRole, "isHeading"},
                  {KindRole, "kind"},
                  {IdRole, "id"},
                  {DetailRole, "detail"},
                  {KeysRole, "keys"},
                  {SpansRole, "spans"},
                  {EnabledRole, "enabled"},
                  {ReasonRole, "reason"}});
    return names;
}

} // namespace waymark
