#include "models/jinja/analysis.h"

#include "models/base/closest.h"
#include "models/jinja/analysisbinder.h"
#include "models/jinja/dialect.h"

#include <algorithm>
#include <array>

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
public:
    Report(AnalysisBinder &binder, const CompiledEnvironment &environment,
           const std::optional<KnownNames> &known, Analysis &analysis)
        : m_binder(binder)
        , m_environment(environment)
        , m_known(known)
        , m_analysis(analysis)
    {
    }

    void run()
    {
        m_binder.book().resolve();
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
        if (read.isCutOff)
            return add(read, {name}, isKnown ? QString() : hintFor(name), isKnown);
        if (!isKnown)
            return add(read, {name}, hintFor(name), false);
        if (*known && read.path.size() > 1 && !(*known)->contains(read.path.at(1)))
            add(read, read.path.first(2), didYouMean(read.path.at(1), **known), false);
    }

    /// Whether nothing defines what is at `path`.
    [[nodiscard]] bool isUnknown(const QStringList &path) const
    {
        const QString &name = path.constFirst();
        const auto known = m_known->names.constFind(name);
        if (known == m_known->names.cend())
            return !isSet(name) && !m_environment.globals.find(name);
        return *known && path.size() > 1 && !(*known)->contains(path.at(1));
    }

    [[nodiscard]] bool isSet(const QString &name) const
    {
        return std::ranges::any_of(m_binder.book().bindings(),
                                   [&](const Binding &binding) { return binding.name == name; });
    }

    [[nodiscard]] QString hintFor(const QString &name) const
    {
        QStringList names = m_known->names.keys();
        for (const Binding &binding : m_binder.book().bindings())
            names += binding.name;
        names.removeAll(name);
        names.sort();
        return didYouMean(name, names + m_environment.globalFunctions.names());
    }

    void add(const Read &read, const QStringList &path, const QString &hint, bool isOutOfReach)
    {
        const bool isTested = read.care == Care::Tested
            || std::ranges::any_of(read.asked,
                                   [this](const QStringList &asked) { return isUnknown(asked); });
        const auto there = m_undefined.constFind(path);
        if (there != m_undefined.cend()) {
            UndefinedName &known = m_analysis.undefined[*there];
            known.isOnlyTested = known.isOnlyTested && isTested;
            return;
        }
        m_undefined.insert(path, m_analysis.undefined.size());
        m_analysis.undefined += {.path = path,
                                 .first = placeOf(read),
                                 .hint = hint,
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
