#include "models/jinja/dialect.h"
#include "models/jinja/dialects/javascript.h"
#include "models/jinja/dialects/reassociation.h"
#include "models/jinja/filters/registry.h"
#include "models/jinja/globals/registry.h"
#include "models/jinja/tests/registry.h"

namespace waymark::jinja {
namespace {

constexpr LevelOperator comparisons[] = {
    {TokenType::Equal, BinaryOperator::Equal},
    {TokenType::StrictEqual, BinaryOperator::StrictEqual},
    {TokenType::NotEqual, BinaryOperator::NotEqual},
    {TokenType::StrictNotEqual, BinaryOperator::StrictNotEqual},
    {TokenType::Less, BinaryOperator::Less},
    {TokenType::Greater, BinaryOperator::Greater},
    {TokenType::LessOrEqual, BinaryOperator::LessOrEqual},
    {TokenType::GreaterOrEqual, BinaryOperator::GreaterOrEqual},
};
constexpr LevelOperator add[] = {{TokenType::Add, BinaryOperator::Add}};
constexpr LevelOperator subtract[] = {{TokenType::Sub, BinaryOperator::Subtract}};
constexpr LevelOperator multiply[] = {{TokenType::Mul, BinaryOperator::Multiply}};
constexpr LevelOperator divide[] = {{TokenType::Div, BinaryOperator::Divide}};
constexpr LevelOperator floorDivide[] = {{TokenType::FloorDiv, BinaryOperator::FloorDivide}};
constexpr LevelOperator modulo[] = {{TokenType::Mod, BinaryOperator::Modulo}};
constexpr LevelOperator power[] = {{TokenType::Pow, BinaryOperator::Power}};

constexpr Level levels[] = {
    {LevelKind::Conditional},
    {LevelKind::Or},
    {LevelKind::And},
    {LevelKind::Not},
    {LevelKind::In},
    {LevelKind::Is},
    {LevelKind::Comparison, comparisons},
    {LevelKind::Concatenation},
    {LevelKind::Binary, add},
    {LevelKind::Binary, subtract},
    {LevelKind::Binary, multiply},
    {LevelKind::Binary, divide},
    {LevelKind::Binary, floorDivide},
    {LevelKind::Binary, modulo},
    {LevelKind::Binary, power},
};

constexpr Grammar grammar = {
    .levels = levels,
    .anyBracketCloses = true,
    .keysAreNames = true,
    .finish = withJavaScriptPrecedence,
};

std::span<const ExtensionRow> noExtensions()
{
    return {};
}
QString noSuchTemplate(const QString &name)
{
    return QStringLiteral("template not found: %1").arg(name);
}
QString noSuchFilter(const QString &name)
{
    return QStringLiteral("filter not found: %1").arg(name);
}
QString noSuchTest(const QString &name)
{
    return QStringLiteral("test not found: %1").arg(name);
}

} // namespace

const Dialect &nunjucksDialect()
{
    static const Dialect dialect = {
        .name = QLatin1StringView("Nunjucks"),
        .makeLexer = makeNunjucksLexer,
        .makeBinder = makeNunjucksBinder,
        .grammar = &grammar,
        .tags = nunjucksTags(),
        .normalizesNewlines = false,
        .dropsFinalNewline = false,
        .endsAtLastToken = false,
        .filters = nunjucksFilters,
        .tests = nunjucksTests,
        .globals = nunjucksGlobals,
        .extensions = noExtensions,
        .noSuchTemplate = noSuchTemplate,
        .noSuchFilter = noSuchFilter,
        .noSuchTest = noSuchTest,
        .failCall = javascript::failCall,
        .macrosAreMarkup = true,
        .bindsAsPython = false,
        .truthy = javascript::truthy,
        .text = javascript::toText,
        .writeFloat = javascript::writeNumber,
        .printed = javascript::printed,
        .repr = javascript::toText,
        .typeName = javascript::typeOf,
        .equal = javascript::strictlyEqual,
        .compare = javascript::compare,
        .contains = javascript::contains,
        .binary = javascript::binary,
        .unary = javascript::unary,
        .attribute = javascript::attribute,
        .item = javascript::item,
        .isEntryFirst = javascript::isEntryFirst,
        .method = javascript::method,
        .length = javascript::length,
        .isIterable = javascript::isIterable,
        .items = javascript::items,
        .fromInteger = javascript::number,
        .toNumber = javascript::plainNumber,
        .escape = javascript::escape,
        .dropsOutputOfChildren = true,
        .hasSelf = false,
        .needsElse = false,
        .resolvesRelativeNames = true,
        .framesAreDynamic = true,
        .failsAtStatements = false,
        .ordersIndexKeys = true,
    };
    return dialect;
}

} // namespace waymark::jinja
