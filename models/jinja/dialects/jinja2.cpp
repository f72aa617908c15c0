#include "models/jinja/dialect.h"
#include "models/jinja/dialects/python.h"
#include "models/jinja/filters/registry.h"
#include "models/jinja/globals/registry.h"
#include "models/jinja/tests/registry.h"

namespace waymark::jinja {
namespace {

constexpr LevelOperator comparisons[] = {
    {TokenType::Equal, BinaryOperator::Equal},
    {TokenType::NotEqual, BinaryOperator::NotEqual},
    {TokenType::Less, BinaryOperator::Less},
    {TokenType::LessOrEqual, BinaryOperator::LessOrEqual},
    {TokenType::Greater, BinaryOperator::Greater},
    {TokenType::GreaterOrEqual, BinaryOperator::GreaterOrEqual},
};
constexpr LevelOperator sums[] = {
    {TokenType::Add, BinaryOperator::Add},
    {TokenType::Sub, BinaryOperator::Subtract},
};
constexpr LevelOperator products[] = {
    {TokenType::Mul, BinaryOperator::Multiply},
    {TokenType::Div, BinaryOperator::Divide},
    {TokenType::FloorDiv, BinaryOperator::FloorDivide},
    {TokenType::Mod, BinaryOperator::Modulo},
};
constexpr LevelOperator powers[] = {{TokenType::Pow, BinaryOperator::Power}};

constexpr Level levels[] = {
    {LevelKind::Conditional},
    {LevelKind::Or},
    {LevelKind::And},
    {LevelKind::Not},
    {LevelKind::Comparison, comparisons, true},
    {LevelKind::Binary, sums},
    {LevelKind::Concatenation},
    {LevelKind::Binary, products},
    {LevelKind::Binary, powers},
};

constexpr Grammar grammar = {
    .levels = levels,
    .hasTuples = true,
    .joinsStrings = true,
    .hasSlices = true,
    .hasStars = true,
    .hasIntegerAttributes = true,
    .chainsConditionals = true,
    .testsBehindFilters = true,
    .hasTrailingCommas = true,
    .constantNames = true,
};

QString noSuchTemplate(const QString &name)
{
    return name;
}
QString noSuchFilter(const QString &name)
{
    return QStringLiteral("No filter named '%1' found.").arg(name);
}
QString noSuchTest(const QString &name)
{
    return QStringLiteral("No test named '%1' found.").arg(name);
}
Value fromInteger(const Integer &value)
{
    return value;
}
waymark::Value toNumber(double value)
{
    return value;
}

} // namespace

const Dialect &jinja2Dialect()
{
    static const Dialect dialect = {
        .name = QLatin1StringView("Jinja"),
        .makeLexer = makeJinja2Lexer,
        .makeBinder = makeJinja2Binder,
        .grammar = &grammar,
        .tags = jinja2Tags(),
        .normalizesNewlines = true,
        .dropsFinalNewline = true,
        .endsAtLastToken = true,
        .filters = jinja2Filters,
        .tests = jinja2Tests,
        .globals = jinja2Globals,
        .extensions = jinja2Extensions,
        .noSuchTemplate = noSuchTemplate,
        .noSuchFilter = noSuchFilter,
        .noSuchTest = noSuchTest,
        .failCall = python::failCall,
        .macrosAreMarkup = false,
        .bindsAsPython = true,
        .truthy = python::truthy,
        .text = python::toText,
        .writeFloat = python::writeFloat,
        .printed = python::toText,
        .repr = python::repr,
        .typeName = python::typeName,
        .equal = python::equal,
        .compare = python::compare,
        .contains = python::contains,
        .binary = python::binary,
        .unary = python::unary,
        .attribute = python::attribute,
        .item = python::item,
        .isEntryFirst = python::isEntryFirst,
        .method = python::method,
        .length = python::length,
        .isIterable = python::isIterable,
        .items = python::items,
        .fromInteger = fromInteger,
        .toNumber = toNumber,
        .escape = python::escape,
        .dropsOutputOfChildren = false,
        .hasSelf = true,
        .needsElse = true,
        .resolvesRelativeNames = false,
        .framesAreDynamic = false,
        .failsAtStatements = true,
        .ordersIndexKeys = false,
    };
    return dialect;
}

} // namespace waymark::jinja
