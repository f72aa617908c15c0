#pragma once

#include "models/jinja/ast.h"
#include "models/jinja/variable.h"

#include <memory>
#include <vector>

namespace waymark::jinja {

/// What values are assigned to: a name, an attribute of a namespace, or a tuple of targets.
class Target
{
public:
    enum class Kind : quint8 { Name, Member, Tuple };
    enum class Role : quint8 { Assigned, Parameter };

    explicit Target(Variable variable)
        : m_kind(Kind::Name)
        , m_variable(std::move(variable))
    {
    }
    Target(Variable variable, QString member)
        : m_kind(Kind::Member)
        , m_variable(std::move(variable))
        , m_member(std::move(member))
    {
    }
    explicit Target(std::vector<Target> parts)
        : m_kind(Kind::Tuple)
        , m_parts(std::move(parts))
    {
    }

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] bool isName() const { return m_kind == Kind::Name; }
    [[nodiscard]] const Variable &variable() const { return m_variable; }
    [[nodiscard]] const std::vector<Target> &parts() const { return m_parts; }
    void bind(Binder &binder, Role role);
    /// Unpacks a tuple's value as Python does.
    void assign(Interpreter &interpreter, Value value) const;
    /// What was assigned last; of a tuple, one of its parts.
    [[nodiscard]] Value read(Interpreter &interpreter) const;
    [[nodiscard]] bool names(QStringView name) const;
    /// Whether it is an attribute, or holds one.
    [[nodiscard]] bool hasMember() const;
    /// Fails where an attribute is not one of a namespace, as Jinja2 does before there is a value.
    void requireNamespaces(Interpreter &interpreter) const;

private:
    void assignMember(Interpreter &interpreter, Value value) const;

    Kind m_kind;
    Variable m_variable;
    QString m_member;
    std::vector<Target> m_parts;
};
using TargetPtr = std::unique_ptr<Target>;

} // namespace waymark::jinja
