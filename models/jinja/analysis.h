#pragma once

#include "models/jinja/engine.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QStringList>

#include <optional>

namespace waymark::jinja {

/// Where something stands in a template.
struct TemplatePlace
{
    QString file = {}; ///< The template's name: the one that was given, or as it was loaded.
    SourcePosition position = {};
    QString excerpt = {}; ///< Its line, as Problem has it,
    int excerptColumn = 0; ///< and where in that the place is.

    /// `problem` at this place.
    [[nodiscard]] Problem located(Problem problem) const;
    friend bool operator==(const TemplatePlace &, const TemplatePlace &) = default;
};

/// The names that a context has. Of a map it may be known which entries there are.
struct KnownNames
{
    /// By name; nothing: it may hold anything.
    QHash<QString, std::optional<QStringList>> names = {};

    void add(const QString &name) { names.insert(name, std::nullopt); }
    void add(const QString &name, const QStringList &members) { names.insert(name, members); }
    [[nodiscard]] bool contains(const QString &name) const { return names.contains(name); }
};

/// A name of the context that is read, with the entries that are named behind it as constants:
/// {"values", "port"} for values.port, values['port'] and values.port.toFixed(). All below it
/// counts: {"values"} is the whole map, as values|dump and values[x] read it.
struct ContextRead
{
    QStringList path;
    TemplatePlace first; ///< Where it is read first.
};

/// A name that nothing gives a value, or an entry that a map of known entries has not.
struct UndefinedName
{
    QStringList path; ///< The name, or the map and the entry.
    TemplatePlace first; ///< Where it is read first without a guard.
    QString hint = {}; ///< The name that was meant, as a sentence; empty: none is close.
    /// It only stands in conditions, where it is as good as false, or in branches that depend on
    /// such a name.
    bool isOnlyTested = false;
    bool isOutOfReach = false; ///< The context has it, but is not passed on by the import.
    bool isSetElsewhere = false; ///< A template sets it, but not where it is seen from here.
};

/// A name that is given a value which nothing reads.
struct UnusedName
{
    enum class Kind : quint8 { Set, Macro, Import };

    Kind kind = Kind::Set;
    QString name;
    TemplatePlace place;
    bool isExported = false; ///< Another template could import it from this one.
};

/// What never runs: the rest of a body behind break or continue, a branch whose condition is false
/// whatever the context, or that stands behind one that is always true.
struct UnreachableCode
{
    enum class Why : quint8 { ConstantCondition, Jump };

    Why why = Why::ConstantCondition;
    TemplatePlace place; ///< Of its first statement or expression.
};

/// Another template that is named.
struct TemplateUse
{
    enum class Kind : quint8 { Include, Import, Extends };

    Kind kind = Kind::Include;
    QStringList names; ///< Of a list, of which the first one there is is taken; empty: computed.
    QString found = {}; ///< The one that was loaded; empty: none was.
    TemplatePlace place;
    bool mayBeMissing = false;
};

/// What a template does with names, without being rendered. Of templates that it includes, imports
/// or extends, all but `unused` and `unreachable` is here too.
struct Analysis
{
    QList<ContextRead> reads; ///< Each path once, in the order of their first use.
    /// It may read any name of the context beside: it uses a template whose name is computed, or
    /// that cannot be read, shows all variables (debug), or is too large to be gone through.
    bool readsAnything = false;
    QList<UndefinedName> undefined;
    /// Paths, joined by dots, whose absence the template expects somewhere: by `is defined`,
    /// default(), 'x' in map, map.get('x').
    QSet<QString> optional;
    QList<UnusedName> unused;
    QList<UnreachableCode> unreachable;
    QList<TemplateUse> uses; ///< In the order in which they are met.
    std::optional<Problem> problem; ///< Why it could not be read, or not to its end.

    [[nodiscard]] bool isOptional(const QStringList &path) const;
};

/// Looks at the template `source`, which problems call `name`, by the language's rules of scope. It
/// is pure, never fails, and ends soon: at most 500 templates are gone through, 20 inside each
/// other, and two million nodes. Without `known`, names of the context are never undefined.
///
/// Nothing is undefined here that some run may find defined: a name counts as set wherever it is
/// set in some branch before. What `is defined`, default() or, in Nunjucks, `or` guards is not
/// reported, nor what stands in unreachable code.
[[nodiscard]] Analysis analyze(const QString &source, const QString &name,
                               const Environment &language,
                               const std::optional<KnownNames> &known = {});
/// The same of one expression without delimiters.
[[nodiscard]] Analysis analyzeExpression(const QString &source, const QString &name,
                                         const Environment &language,
                                         const std::optional<KnownNames> &known = {});

} // namespace waymark::jinja
