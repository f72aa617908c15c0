#pragma once

#include "models/jinja/ast.h"
#include "models/jinja/containers.h"
#include "models/jinja/function.h"
#include "models/jinja/knowntemplates.h"
#include "models/jinja/options.h"
#include "models/jinja/sourcetext.h"
#include "models/jinja/variable.h"

#include <QHash>

#include <memory>
#include <vector>

namespace waymark::jinja {

struct Dialect;
class BlockNode;
enum class LexerStart : quint8;

/// An Environment's data: the tables of its language as the options switch them on.
struct CompiledEnvironment
{
    explicit CompiledEnvironment(const Options &options_);

    Options options;
    const Dialect &dialect;
    FunctionTable filters;
    FunctionTable tests;
    FunctionTable globalFunctions; ///< That `globals` holds.
    DictData globals;
    mutable KnownTemplates known = {}; ///< They do not own the environment, which owns them.
    /// By its name or by that of its class.
    [[nodiscard]] bool hasExtension(QStringView name) const;
    /// The way out where there is no filter `name`: the extension that brings it, or the filter
    /// that was meant.
    [[nodiscard]] QString filterHint(const QString &name) const;
};

/// A Template's or an Expression's data: its tree with all names resolved.
struct CompiledTemplate
{
    CompiledTemplate(std::shared_ptr<const CompiledEnvironment> environment_, SourceText source_)
        : environment(std::move(environment_))
        , source(std::move(source_))
    {
    }

    std::shared_ptr<const CompiledEnvironment> environment;
    SourceText source;
    Body body = {};
    ExpressionPtr expression = {}; ///< Instead of a body.
    Routine routine = {};
    Variable self = Variable(
        QStringLiteral("self")); ///< Jinja2's, where the template reads it outside blocks.
    bool usesSelf = false;
    std::vector<const BlockNode *> blocks = {};
};

/// `text` with the newlines that its language reads, by which all places are counted.
[[nodiscard]] QString readAs(const CompiledEnvironment &environment, const QString &text);
/// Parses and binds. Throws a Failure with an offset into the text.
[[nodiscard]] std::shared_ptr<const CompiledTemplate> compiled(
    const std::shared_ptr<const CompiledEnvironment> &environment, const QString &name,
    const QString &text, LexerStart start);

} // namespace waymark::jinja
