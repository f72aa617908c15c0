#pragma once

#include "models/jinja/function.h"

namespace waymark::jinja {

/// The methods of the types that values have, by the type's name in the language: Python's "str",
/// "list", "dict", "tuple", "int", "float", "bool"; JavaScript's "string", "array", "object",
/// "number". Operators that a type brings along are rows too, by Python's name ("__mod__" of str);
/// templates cannot name those.
class MethodTable
{
public:
    struct Family
    {
        const char16_t *type;
        std::span<const FunctionRow> rows;
    };
    MethodTable(std::initializer_list<Family> families);
    /// Or null. Valid as long as the table.
    [[nodiscard]] const Function *find(const QString &type, const QString &method) const;

private:
    QHash<QString, FunctionTable> m_types;
};

[[nodiscard]] const MethodTable &pythonMethods();
[[nodiscard]] const MethodTable &javaScriptMethods();
/// The methods that nunjucks.installJinjaCompat() adds to arrays and objects.
[[nodiscard]] const MethodTable &jinjaCompatMethods();
/// Those of objects.
[[nodiscard]] std::span<const FunctionRow> jinjaCompatObjectMethods();
/// Whether a method of that name changes the list or map that it is called on: Jinja2's immutable
/// sandbox refuses it, and what decides that it is called decides what is in the list from then on.
[[nodiscard]] bool changesReceiver(const QString &method);

} // namespace waymark::jinja
