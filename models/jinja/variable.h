#pragma once

#include "models/jinja/value.h"

#include <QHash>
#include <QString>

#include <vector>

namespace waymark::jinja {

/// Where a variable lives: so many activations outwards, at this index.
struct Slot
{
    quint16 hops = 0;
    quint16 index = 0;
    friend bool operator==(const Slot &, const Slot &) = default;
};

/// One use of a name in a template, resolved by the dialect's Binder before anything runs.
struct Variable
{
    Variable() = default;
    explicit Variable(const QString &name_);

    QString name;
    size_t hash = 0;
    std::vector<Slot> slots = {}; ///< Where it may be, from the innermost scope outwards.
    Value absent = {}; ///< What a load gives where it is nowhere.
    bool isFinal
        = false; ///< The first slot has it, whatever it holds (even JavaScript's undefined).
    bool skipsUndefined = false; ///< What holds undefined does not have it (Nunjucks).
    bool fallsBack = true; ///< Where no slot has it, callers' frames, context and globals may.
    bool resolvesUp = false; ///< A store goes where it is defined already (Nunjucks' set).
    bool toContext
        = false; ///< A store at the top level is seen by blocks, includes and macros too,
    bool isExported = false; ///< and by templates that import this one.
};

/// What the entry of a scope does to a slot.
struct SlotEntry
{
    quint16 index = 0;
    bool copies = false; ///< From `from`; otherwise it becomes empty.
    Slot from = {};
};

/// The variables of one scope (a loop's body, a with, a whole template), by name.
struct Scope
{
    struct Name
    {
        Name(const QString &name_, quint16 index_, bool isStored_)
            : name(name_)
            , index(index_)
            , isStored(isStored_)
            , key(Value(name).lent())
            , hash(qHash(name))
        {
        }
        QString name;
        quint16 index = 0;
        bool isStored = false; ///< Not only read: an include sees it.
        Value key; ///< `name` as that of a map,
        size_t hash = 0; ///< and its hash.
    };
    const Scope *parent
        = nullptr; ///< The scope around it, of the same activation or of an outer one.
    bool startsActivation = false;
    bool isolatesWrites = false; ///< Nunjucks: a set does not go further out.
    std::vector<Name> names = {};
    std::vector<SlotEntry> onEntry = {};
};

/// What runs with an activation of its own: a template, a block, a macro, a recursive loop.
struct Routine
{
    Scope scope = {};
    quint16 slotCount = 0;
    quint32 height = 0; ///< How deep its nodes are nested.
};

} // namespace waymark::jinja
