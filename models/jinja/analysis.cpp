#include "models/jinja/analysis.h"

#include "models/base/closest.h"
#include "models/jinja/analysisbinder.h"
#include "models/jinja/dialect.h"

#include <algorithm>
#include <array>
#include <functional>
#include <vector>

namespace waymark::jinja {
namespace {

using Binding = ScopeBook::Binding;
using Read = ScopeBook::Read;

/// Names that stand for themselves in some place or other, and what JavaScript has.
bool isReserved(const QString &name)
{
    constexpr std::array names
        = {u"loop", u"self", u"super", u"caller", u"kwargs", u"varargs", u"_trans", u"undefined"};
    return std::ranges::any_of(names, [&](const char16_t *each) { return name == each; });
}

/// The place of the word `name` in the tag that begins at `from`, quoted texts left out; else
/// `from`.
qsizetype wordAt(QStringView text, QStringView name, qsizetype from)
{
    const auto isPart = [&](qsizetype at) {
        return at >= 0 && at < text.size() && (text[at].isLetterOrNumber() || text[at] == u'_');
    };
    QChar quote;
    for (qsizetype at = from; at < text.size(); ++at) {
        const QChar c = text[at];
        if (!quote.isNull())
            quote = c == quote ? QChar() : quote;
        else if (c == u'"' || c == u'\'')
            quote = c;
        else if (text.sliced(at).startsWith(name) && !isPart(at - 1) && !isPart(at + name.size()))
            return at;
    }
    return from;
}

/// Makes of what names do what is to be told of it.
class Report
{
    using Hint = std::function<QString()>;

public:
    Report(AnalysisBinder &binder, const CompiledEnvironment &environment,
           const std::optional<KnownNames> &known, Analysis &analysis)
        : m_binder(binder)
        , m_environment(environment)
        , m_known(known)
        , m_analysis(analysis)
    {
        if (!known)
            return;
        for (const auto &[name, members] : known->names.asKeyValueRange()) {
            if (members)
                m_members.insert(name, QSet<QString>(members->begin(), members->end()));
        }
    }

    void run()
    {
        m_binder.book().resolve();
        for (const Binding &binding : m_binder.book().bindings())
            m_set += binding.name;
        for (const Read &read : m_binder.book().reads()) {
            if (!read.settled)
                take(read);
        }
        if (!m_binder.isWhole()) {
            m_analysis.undefined.clear();
            return;
        }
        for (const Binding &binding : m_binder.book().bindings()) {
            const bool isTold = binding.source == 0 && !binding.isRead && !binding.isUnreachable
                && binding.kind != Binding::Kind::Parameter && !binding.name.startsWith(u'_');
            if (isTold)
                addUnused(binding);
        }
    }

private:
    [[nodiscard]] TemplatePlace placeOf(const Read &read) const
    {
        return m_binder.place(read.source, read.offset);
    }

    void take(const Read &read)
    {
        const QString &name = read.path.constFirst();
        const bool isKnown = m_known && m_known->contains(name);
        const bool isGlobal = m_environment.globals.find(name) != nullptr;
        if (isReserved(name) || (isGlobal && !isKnown))
            return;
        const bool isOfContext = !read.isCutOff && (isKnown || !m_known || !read.isFound);
        if (isOfContext)
            addRead(read);
        if (read.care == Care::Guarded)
            m_analysis.optional.insert(read.path.join(u'.'));
        else if (!read.isFound && m_known && !read.isUnreachable)
            addUndefined(read);
    }

    void addRead(const Read &read)
    {
        const auto known = m_reads.constFind(read.path);
        if (known != m_reads.cend())
            return;
        m_reads.insert(read.path);
        m_analysis.reads += {read.path, placeOf(read)};
    }

    void addUndefined(const Read &read)
    {
        const QString &name = read.path.constFirst();
        const auto known = m_known->names.constFind(name);
        const bool isKnown = known != m_known->names.cend();
        if (!isKnown || read.isCutOff)
            return add(read, {name}, isKnown, [&] { return isKnown ? QString() : hintFor(name); });
        if (isNoMember(read.path) && !m_binder.mayBeMade(name, read.path.at(1)))
            add(read, read.path.first(2), false, [&] { return hint(read.path.at(1), **known); });
    }

    /// Whether `path` names an entry that its map, whose entries are known, has not.
    [[nodiscard]] bool isNoMember(const QStringList &path) const
    {
        const auto members = m_members.constFind(path.constFirst());
        return members != m_members.cend() && path.size() > 1 && !members->contains(path.at(1));
    }

    /// Whether nothing defines what is at `path`.
    [[nodiscard]] bool isUnknown(const QStringList &path) const
    {
        const QString &name = path.constFirst();
        const auto known = m_known->names.constFind(name);
        if (known == m_known->names.cend())
            return !isSet(name) && !m_environment.globals.find(name);
        return isNoMember(path);
    }

    [[nodiscard]] bool isSet(const QString &name) const { return m_set.contains(name); }

    /// Whether a path that was asked for, the last one or one before it, is unknown.
    [[nodiscard]] bool isAnyUnknown(int asked)
    {
        const std::vector<AskedPath> &all = m_binder.asked();
        m_unknownUpTo.resize(all.size());
        int at = asked;
        while (at != nothingAsked && !m_unknownUpTo[size_t(at)].has_value()
               && !isUnknown(all[size_t(at)].path))
            at = all[size_t(at)].before;
        const bool isAny = at != nothingAsked && m_unknownUpTo[size_t(at)].value_or(true);
        for (int each = asked; each != at; each = all[size_t(each)].before)
            m_unknownUpTo[size_t(each)] = isAny;
        return isAny;
    }

    [[nodiscard]] QString hintFor(const QString &name)
    {
        if (m_candidates.isEmpty()) {
            const QStringList known = m_known->names.keys();
            m_candidates = (m_set + QSet<QString>(known.begin(), known.end())).values();
            m_candidates.sort();
            m_candidates += m_environment.globalFunctions.names();
        }
        return hint(name, m_candidates);
    }

    [[nodiscard]] QString hint(const QString &name, QStringList candidates)
    {
        m_comparisons -= candidates.size();
        candidates.removeAll(name);
        return m_comparisons < 0 ? QString() : didYouMean(name, candidates);
    }

    void add(const Read &read, const QStringList &path, bool isOutOfReach, const Hint &hintOf)
    {
        const bool isTested = read.care == Care::Tested || isAnyUnknown(read.asked);
        const auto there = m_undefined.constFind(path);
        if (there != m_undefined.cend()) {
            UndefinedName &known = m_analysis.undefined[*there];
            known.isOnlyTested = known.isOnlyTested && isTested;
            return;
        }
        m_undefined.insert(path, m_analysis.undefined.size());
        m_analysis.undefined += {.path = path,
                                 .first = placeOf(read),
                                 .hint = hintOf(),
                                 .isOnlyTested = isTested,
                                 .isOutOfReach = isOutOfReach,
                                 .isSetElsewhere = path.size() == 1 && isSet(path.constFirst())};
    }

    void addUnused(const Binding &binding)
    {
        using Kind = UnusedName::Kind;
        const Kind kind = binding.kind == Binding::Kind::Macro ? Kind::Macro
            : binding.kind == Binding::Kind::Import            ? Kind::Import
                                                               : Kind::Set;
        const QString &text = m_binder.source(binding.source).text();
        const qsizetype offset = wordAt(text, binding.name, binding.offset);
        m_analysis.unused += {.kind = kind,
                              .name = binding.name,
                              .place = m_binder.place(binding.source, offset),
                              .isExported = binding.isExported};
    }

    AnalysisBinder &m_binder;
    const CompiledEnvironment &m_environment;
    const std::optional<KnownNames> &m_known;
    Analysis &m_analysis;
    QSet<QStringList> m_reads;
    QHash<QStringList, qsizetype> m_undefined;
    QHash<QString, QSet<QString>> m_members; ///< Of maps whose entries are known.
    QSet<QString> m_set; ///< All names that are given a value.
    QStringList m_candidates; ///< See hintFor().
    qint64 m_comparisons = 200'000; ///< Of names that may be made yet; then there are no hints.
    std::vector<std::optional<bool>> m_unknownUpTo; ///< By place in asked(), as far as is known.
};

} // namespace

/// What an analysis may look into.
class Analyst
{
public:
    static Analysis analyze(const QString &source, const QString &name, const Environment &language,
                            LexerStart start, const std::optional<KnownNames> &known)
    {
        const std::shared_ptr<const CompiledEnvironment> &environment = language.m_data;
        Analysis analysis;
        AnalysisBinder binder(environment);
        binder.run(source, name, start, analysis);
        Report(binder, *environment, known, analysis).run();
        return analysis;
    }
};

Problem TemplatePlace::located(Problem problem) const
{
    problem.file = file;
    problem.position = position;
    problem.excerpt = excerpt;
    problem.excerptColumn = excerptColumn;
    return problem;
}

bool Analysis::isOptional(const QStringList &path) const
{
    const QString joined = path.join(u'.');
    return std::ranges::any_of(optional, [&](const QString &each) {
        return each == joined || each.startsWith(joined + u'.');
    });
}

Analysis analyze(const QString &source, const QString &name, const Environment &language,
                 const std::optional<KnownNames> &known)
{
    return Analyst::analyze(source, name, language, LexerStart::Text, known);
}

Analysis analyzeExpression(const QString &source, const QString &name, const Environment &language,
                           const std::optional<KnownNames> &known)
{
    return Analyst::analyze(source, name, language, LexerStart::Expression, known);
}

} // namespace waymark::jinja
