#pragma once

#include "models/jinja/readwalker.h"

#include <QHash>
#include <QList>
#include <QString>

#include <deque>
#include <vector>

namespace waymark::jinja {

/// Keeps which names are set and read in which scopes of some templates, in the order in which they
/// stand there, and finds out which of them belong together.
class ScopeBook
{
public:
    /// How a scope is joined to the one around it.
    enum class Edge : quint8 {
        Inner, ///< It runs where it stands, and sees all around it.
        Loop, ///< The same, again and again with one set of variables.
        Later, ///< It runs when it is called, and sees what is around it then.
        Context, ///< The same, and sees it only by way of the context.
    };
    /// What gives one name its value in one scope.
    struct Bound
    {
        QList<size_t> bindings = {}; ///< In their order.
        QList<int> branches = {}; ///< In which it is set; at the end, none that was left for long.
        qsizetype read = 0; ///< So many of the bindings are known to be read.
    };
    struct Frame
    {
        Frame *parent = nullptr; ///< Null: nothing, or only the context, is around it.
        Edge edge = Edge::Inner;
        bool isCutOff = false; ///< Not even the context is.
        bool repeats = false; ///< Some scope around it is a loop's.
        bool isAllRead = false;
        QHash<QString, Bound> names = {};
    };
    struct Binding
    {
        enum class Kind : quint8 { Parameter, Set, Macro, Import };

        Kind kind = Kind::Set;
        QString name;
        quint32 offset = 0; ///< Of the statement,
        int source = 0; ///< in that template.
        bool isExported = false;
        bool isUnreachable = false;
        int branch = 0; ///< The innermost branch in which it stands.
        int order = 0;
        bool isRead = false;
    };
    struct Read
    {
        QStringList path;
        quint32 offset = 0;
        int source = 0;
        Care care = Care::Plain;
        int asked = -1; ///< See ReadSink.
        bool isUnreachable = false;
        bool isInBlock = false; ///< Of an inheritance: where it runs, others are around it.
        Frame *frame = nullptr;
        const Frame *settled = nullptr; ///< The name is surely set there by then; null: nowhere.
        bool isCutOff = false;
        int order = 0;
        bool isFound = false; ///< Something may have set it.
    };

    /// The scope inside `parent`, which may be null.
    [[nodiscard]] Frame &enter(Frame *parent, Edge edge, bool isCutOff = false);
    /// What runs from here up to leaveBranch() may not run.
    void enterBranch();
    void leaveBranch() { m_open.pop_back(); }
    void bind(Frame &frame, Binding binding);
    void read(Frame &frame, Read read);
    /// All names that can be seen from `frame` are read, now or later.
    void readAll(Frame &frame) { m_wholes.push_back(&frame); }

    /// Once all is noted: fills in what was read and what was found.
    void resolve();
    [[nodiscard]] const std::vector<Binding> &bindings() const { return m_bindings; }
    [[nodiscard]] const std::vector<Read> &reads() const { return m_reads; }

private:
    [[nodiscard]] bool isSetByNow(Bound &bound) const;
    [[nodiscard]] const Frame *settledIn(Frame &frame, const QString &name) const;
    void markRead(Bound &bound, qsizetype count);
    [[nodiscard]] qsizetype countBefore(const Bound &bound, int order) const;
    void resolve(Read &read);

    std::deque<Frame> m_frames;
    std::vector<Binding> m_bindings;
    std::vector<Read> m_reads;
    std::vector<Frame *> m_wholes;
    QHash<QString, Bound> m_names; ///< Of all scopes.
    std::vector<int> m_open = {0}; ///< Branches around what is noted.
    int m_branches = 0;
    int m_order = 0;
};

} // namespace waymark::jinja
