#pragma once

#include "models/jinja/containers.h"
#include "models/jinja/object.h"
#include "models/jinja/variable.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <vector>

namespace waymark::jinja {

class BlockNode;
struct CompiledTemplate;

/// The slots of one run of a routine. Macros keep the one alive in which they were defined.
struct Activation : Container
{
    explicit Activation(const Routine &routine)
        : slots(routine.slotCount)
        , scope(&routine.scope)
        , home(this)
    {
    }
    std::vector<Value> slots;
    const Scope *scope; ///< The innermost one that was entered.
    const Activation
        *home; ///< Of the template or block that it runs in: they share JavaScript's `frame`.
    Reference<Activation> lexical = {}; ///< Where its routine was defined, for Slot::hops.
    Activation *dynamic = nullptr; ///< Nunjucks: the frames that it was called from.

protected:
    void drop() override { const std::vector<Value> dropped = std::move(slots); }
};

/// A block as one template of the inheritance defines it.
struct BlockEntry
{
    const BlockNode *node = nullptr;
    const CompiledTemplate *source = nullptr;
};

/// What the templates of one inheritance share: the variables that were passed or set at the top
/// level, and the blocks, those of the outermost child first.
class Context : public Shared
{
public:
    /// The variable `name`, without the globals, or null.
    [[nodiscard]] const Value *find(const QString &name, size_t hash) const;
    /// All variables, those set here last.
    [[nodiscard]] Reference<DictData> all() const;

    Reference<DictData> passed = make<DictData>();
    DictData set = {}; ///< At the top level; wins over what was passed.
    QStringList exported = {};
    QHash<QString, std::vector<BlockEntry>> blocks = {};
};

} // namespace waymark::jinja
