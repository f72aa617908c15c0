#pragma once

#include "models/base/problem.h"
#include "models/jinja/limits.h"
#include "models/jinja/options.h"
#include "models/jinja/provenance.h"
#include "models/jinja/taggedvalue.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <memory>
#include <optional>
#include <stop_token>

namespace waymark::jinja {

struct CompiledTemplate;
struct CompiledEnvironment;

/// One template, read and checked. Immutable and cheap to copy; it renders from several threads at
/// once.
class Template
{
public:
    [[nodiscard]] QString name() const;

private:
    friend class Environment;
    friend class Session;
    explicit Template(std::shared_ptr<const CompiledTemplate> data)
        : m_data(std::move(data))
    {
    }
    std::shared_ptr<const CompiledTemplate> m_data;
};

/// One expression without delimiters around it, as a Backstage step's `if` or Copier's `when` holds
/// it.
class Expression
{
private:
    friend class Environment;
    friend class Session;
    explicit Expression(std::shared_ptr<const CompiledTemplate> data)
        : m_data(std::move(data))
    {
    }
    std::shared_ptr<const CompiledTemplate> m_data;
};

/// A language with its options, filters, tests and globals. Immutable and cheap to copy.
class Environment
{
public:
    explicit Environment(const Options &options = {});
    [[nodiscard]] const Options &options() const;

    /// `source` is UTF-8 (a byte order mark is kept). `name` is what errors, provenance and
    /// relative names go by. An error has the place, the excerpt and, where there is one, a way
    /// out.
    [[nodiscard]] Result<Template> compile(QByteArrayView source, const QString &name) const;
    [[nodiscard]] Result<Template> compile(const QString &source, const QString &name) const;
    /// All of `source` is one expression.
    [[nodiscard]] Result<Expression> compileExpression(const QString &source,
                                                       const QString &name) const;

private:
    friend class Analyst;
    std::shared_ptr<const CompiledEnvironment> m_data;
};

/// What a render sees besides its context, and how much it may use.
struct RenderOptions
{
    Limits limits = {};
    QDateTime now = {}; ///< The clock that templates see; not valid: they see 1970-01-01T00:00:00Z.
    QByteArray seed = {}; ///< Of every random function. The same seed, the same output.
    bool provenance = true; ///< Otherwise Rendered::provenance is empty.
    std::stop_token stop = {}; ///< Stops within 10 ms, with the code "template.cancelled".
    /// Steps of renders before this one that count among its limits; its own are added. Null: it
    /// has its limits for itself.
    quint64 *spent = nullptr;
    bool *draws = nullptr; ///< Becomes true once a random number is drawn. Null: nobody asks.
};

/// Renders `source` with the entries of the map `context` as its variables.
[[nodiscard]] Result<Rendered> render(const Template &source, const TaggedValue &context,
                                      const RenderOptions &options = {});
/// What a yield tag, Copier's loop in a name, is to go through: the name is to be rendered once for
/// each of `items`, which the variable `name` holds then.
struct Yield
{
    QString name;
    TaggedValue items;
};
/// A render of what may yield.
struct YieldingRender
{
    Rendered rendered;
    std::optional<Yield> yield; ///< Nothing: no yield tag was run.
};
/// The same as render() with the extension "copier.jinja_ext.YieldExtension".
[[nodiscard]] Result<YieldingRender> renderYielding(const Template &source,
                                                    const TaggedValue &context,
                                                    const RenderOptions &options = {});
/// The value of `expression`, with what it depends on. Lists, maps and numbers stay what they are.
[[nodiscard]] Result<TaggedValue> evaluate(const Expression &expression, const TaggedValue &context,
                                           const RenderOptions &options = {});
/// Whether `expression` is true by the rules of its language, and what that depends on.
struct Truth
{
    bool isTrue = false;
    Sources sources = {};
};
[[nodiscard]] Result<Truth> evaluateTruth(const Expression &expression, const TaggedValue &context,
                                          const RenderOptions &options = {});

} // namespace waymark::jinja
