#pragma once

#include "models/items/rowmodel.h"
#include "models/items/searchedtext.h"

#include <QStringList>

namespace waymark {

/// Something that the command palette finds.
struct CommandEntry
{
    enum class Kind : quint8 { Action, Service, Template, Field, File };

    Kind kind = Kind::Action;
    QString id = {}; ///< Unique among its kind; what is handed back.
    QString title = {}; ///< "Use template…"
    QString detail = {}; ///< Where it belongs: "Tools", "Go HTTP service 3.4.0".
    QString keywords = {}; ///< Searched too, but not shown.
    QStringList keys = {}; ///< "Ctrl", "K": one text a key cap.
    bool isOfSelection = false; ///< It is about what is selected: it comes first.
    bool isEnabled = true;
    QString reason = {}; ///< Why it is not.

    friend bool operator==(const CommandEntry &, const CommandEntry &) = default;
};

/// A row of the palette: an entry, or the heading of those behind it.
struct CommandRow
{
    QString key = {};
    bool isHeading = false;
    QString heading = {};
    CommandEntry entry = {};
    QList<TextSpan> spans = {}; ///< Of the title, that match.

    friend bool operator==(const CommandRow &, const CommandRow &) = default;
};

/// What the command palette lists for a query: a best match, then groups, each ranked by what is
/// selected, what was used lately, and how well it matches. A query that begins with `>` asks for
/// actions only, `@` for services, `#` for templates. Without words: what was used lately.
class CommandModel final : public RowModel<CommandRow>
{
    Q_OBJECT

public:
    /// Qt::DisplayRole is the title.
    enum Role {
        IsHeadingRole = Qt::UserRole, ///< bool
        KindRole, ///< int of CommandEntry::Kind
        IdRole,
        DetailRole,
        KeysRole, ///< QStringList
        SpansRole, ///< QVariant of QList<TextSpan>
        EnabledRole, ///< bool
        ReasonRole,
    };

    explicit CommandModel(QObject *parent = nullptr);

    void setEntries(const QList<CommandEntry> &entries);
    void setQuery(const QString &query);
    [[nodiscard]] const QString &query() const { return m_query; }
    /// It was run: it comes before others from now on.
    void use(const CommandEntry &entry);
    /// What was used, the latest first, to be kept; as setRecent() takes it.
    [[nodiscard]] const QStringList &recent() const { return m_recent; }
    void setRecent(const QStringList &recent);

    /// The first row that can be run; invalid: there is none.
    [[nodiscard]] QModelIndex best() const;
    /// The next (previous) row that is no heading, from the last to the first.
    [[nodiscard]] QModelIndex next(const QModelIndex &from, bool backwards = false) const;
    [[nodiscard]] const CommandEntry *entry(const QModelIndex &index) const;

    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    /// What is searched of an entry.
    struct Searched
    {
        SearchedText title;
        SearchedText all; ///< With what stands beside the title.
    };
    struct Hit
    {
        const CommandEntry *entry;
        int score;
        QList<TextSpan> spans;
    };

    void show();
    [[nodiscard]] QList<Hit> hits() const;
    [[nodiscard]] static std::optional<TextMatch> matchOf(const Searched &searched,
                                                          const QList<SearchWord> &words);
    [[nodiscard]] int recency(const CommandEntry &entry) const;

    QList<CommandEntry> m_entries;
    QList<Searched> m_searched; ///< One of each entry.
    QString m_query;
    QStringList m_recent;
};

} // namespace waymark
