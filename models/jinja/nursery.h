#pragma once

#include "models/jinja/reference.h"

namespace waymark::jinja {

class Nursery;

/// What can come to hold itself, since it changes after it was made: a list, a map, the variables
/// of a scope. The Nursery in which it was made empties it at its end.
class Container : public Shared
{
public:
    Container();
    ~Container() override;

protected:
    /// Lets go of all that it holds. It may be gone itself before that returns.
    virtual void drop() = 0;

private:
    friend class Nursery;
    void leave();
    Nursery *m_nursery = nullptr; ///< Null: nobody empties it.
    Container *m_before = nullptr;
    Container *m_behind = nullptr;
};

/// Takes care, while it lives, of the containers that this thread makes: what is left of them at
/// its end holds itself and nothing else holds it, so it is emptied. What was made outside, as the
/// constants of a template, is left alone.
class Nursery
{
public:
    Nursery();
    ~Nursery();
    Nursery(const Nursery &) = delete;
    Nursery &operator=(const Nursery &) = delete;

private:
    friend class Container;
    Nursery *m_outer;
    Container *m_first = nullptr;
};

/// What is made while it lives belongs to no Nursery: the constants of a template that is compiled
/// during a render, and used by others.
class NurseryPause
{
public:
    NurseryPause();
    ~NurseryPause();
    NurseryPause(const NurseryPause &) = delete;
    NurseryPause &operator=(const NurseryPause &) = delete;

private:
    Nursery *m_paused;
};

} // namespace waymark::jinja
