#pragma once

#include "models/jinja/interpreter.h"

namespace waymark::jinja {

/// Nodes that may stand inside each other in one template.
inline constexpr quint32 highestTree = 1200;

/// Runs what follows in `activation`, as part of `source`, while it lives. Throws where too much
/// runs inside each other.
class RunGuard
{
public:
    RunGuard(Interpreter &interpreter, Activation &activation, const Routine &routine,
             const CompiledTemplate &source);
    ~RunGuard();
    RunGuard(const RunGuard &) = delete;
    RunGuard &operator=(const RunGuard &) = delete;

private:
    Interpreter &m_interpreter;
    Activation *m_activation;
    Interpreter::Frame m_frame;
    Place m_place;
    quint32 m_statement;
    quint32 m_height;
};

/// Runs what follows with another context while it lives.
class ContextGuard
{
public:
    ContextGuard(Interpreter &interpreter, Reference<Context> context)
        : m_interpreter(interpreter)
        , m_context(std::exchange(interpreter.m_context, std::move(context)))
    {
    }
    ~ContextGuard() { m_interpreter.m_context = std::move(m_context); }
    ContextGuard(const ContextGuard &) = delete;
    ContextGuard &operator=(const ContextGuard &) = delete;

private:
    Interpreter &m_interpreter;
    Reference<Context> m_context;
};

/// Takes what is printed while it lives.
class CaptureGuard
{
public:
    /// `isText`: it becomes a value, so that it counts even in a template that has a parent.
    explicit CaptureGuard(Interpreter &interpreter, bool isText = true);
    ~CaptureGuard();
    CaptureGuard(const CaptureGuard &) = delete;
    CaptureGuard &operator=(const CaptureGuard &) = delete;
    /// As text that knows what its parts come from.
    [[nodiscard]] Value text();

private:
    Interpreter &m_interpreter;
    Output m_output;
    Output *m_outer;
    bool m_wasCapturing;
    quint64 m_held; ///< Bytes of the outer output, which stay while this one grows.
};

/// What follows prints past whatever takes the output of the template or block that runs, while it
/// lives.
class PastGuard
{
public:
    explicit PastGuard(Interpreter &interpreter)
        : m_interpreter(interpreter)
        , m_output(std::exchange(interpreter.m_output, interpreter.m_frame.output))
    {
    }
    ~PastGuard() { m_interpreter.m_output = m_output; }
    PastGuard(const PastGuard &) = delete;
    PastGuard &operator=(const PastGuard &) = delete;

private:
    Interpreter &m_interpreter;
    Output *m_output;
};

/// What follows runs because of `tags`, while it lives.
class ControlGuard
{
public:
    ControlGuard(Interpreter &interpreter, Tags tags)
        : m_interpreter(interpreter)
        , m_control(interpreter.control())
    {
        if (tags)
            interpreter.addControl(tags);
    }
    ~ControlGuard() { m_interpreter.setControl(m_control); }
    ControlGuard(const ControlGuard &) = delete;
    ControlGuard &operator=(const ControlGuard &) = delete;
    /// Goes on behind its end, up to the end of whatever holds it.
    void keep() { m_control = m_interpreter.control(); }

private:
    Interpreter &m_interpreter;
    Tags m_control;
};

} // namespace waymark::jinja
