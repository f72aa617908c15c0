#include "models/jinja/analysisbinder.h"

#include "models/base/utf8.h"
#include "models/jinja/block.h"
#include "models/jinja/dialect.h"
#include "models/jinja/failure.h"
#include "models/jinja/guards.h"
#include "models/jinja/loading.h"
#include "models/jinja/outputnodes.h"
#include "models/jinja/parser.h"
#include "models/jinja/primarynodes.h"

#include <QCoreApplication>

#include <algorithm>

namespace waymark::jinja {

using Binding = ScopeBook::Binding;
using Edge = ScopeBook::Edge;

namespace {

constexpr int mostRuns = 500; // of templates, one that is included twice counts twice
constexpr size_t deepestRun = 20;
constexpr int unreadable = -1;
constexpr qsizetype mostOfALine = 1000; // on either side of a place; an excerpt is shorter

/// The names that `expression` gives as constants; none: it is computed.
QStringList constantNames(const ExpressionNode &expression)
{
    if (const auto name = constantText(expression))
        return {*name};
    QStringList names;
    const auto *list = dynamic_cast<const SequenceNode *>(&expression);
    const size_t count = list ? list->items().size() : 0;
    for (size_t i = 0; i < count; ++i) {
        const auto name = constantText(*list->items()[i]);
        if (!name)
            return {};
        names += *name;
    }
    return names;
}

const Statement *firstStatement(const Body &body)
{
    const auto isSeen = [](const StatementPtr &statement) {
        const auto *text = dynamic_cast<const TextNode *>(statement.get());
        return !text || !text->isBlank();
    };
    const auto first = std::ranges::find_if(body.statements, isSeen);
    return first == body.statements.end() ? nullptr : first->get();
}

} // namespace

AnalysisBinder::AnalysisBinder(const std::shared_ptr<const CompiledEnvironment> &environment)
    : Binder(*environment)
    , m_environment(environment)
    , m_isJinja2(environment->options.language == Language::Jinja2)
    , m_walker(*environment, *this)
    , m_truth(environment)
{
}

void AnalysisBinder::run(const QString &source, const QString &name, LexerStart start,
                         Analysis &analysis)
{
    m_analysis = &analysis;
    try {
        m_loaded.insert(name, add(name, source, start));
        runSource(0, nullptr, false);
    } catch (const Failure &failure) {
        if (m_sources.empty())
            m_sources.push_back(
                std::make_unique<Source>(SourceText(name, readAs(*m_environment, source))));
        analysis.problem = m_sources[size_t(m_source)]->text.located(
            {.code = codeOf(failure.kind), .message = failure.message, .hint = failure.hint},
            std::max<qsizetype>(failure.offset, 0));
    }
    m_isWhole = m_isWhole && !analysis.problem && m_walker.left() >= 0;
    analysis.readsAnything = analysis.readsAnything || !m_isWhole;
}

TemplatePlace AnalysisBinder::place(int source, qsizetype offset) const
{
    const SourceText &text = m_sources[size_t(source)]->text;
    const SourcePosition position = text.position(offset);
    // As much of its line as can be shown: a file may be one line, with a place for each word.
    const qsizetype before = std::min<qsizetype>(position.column - 1, mostOfALine);
    const QStringView around = QStringView(text.text()).sliced(offset - before);
    const QStringView line = around.first(std::min(around.size(), before + mostOfALine));
    const Excerpt excerpt = excerptOf(line, {1, static_cast<int>(before) + 1});
    return {.file = text.name(),
            .position = position,
            .excerpt = excerpt.text,
            .excerptColumn = excerpt.column};
}

// What names do.

void AnalysisBinder::read(const QStringList &path, quint32 offset, Care care, int asked)
{
    m_book.read(*m_frame,
                {.path = path,
                 .offset = offset,
                 .source = m_source,
                 .care = care,
                 .asked = asked,
                 .isUnreachable = m_unreachable > 0,
                 .isInBlock = m_inBlocks > 0});
}

void AnalysisBinder::readContext()
{
    readAnything();
}

void AnalysisBinder::makeEntries(const QString &map, const QStringList &names)
{
    QSet<QString> &made = m_made[map];
    for (const QString &name : names.isEmpty() ? QStringList{QString()} : names)
        made += name;
}

void AnalysisBinder::readAnything()
{
    m_analysis->readsAnything = true;
    m_book.readAll(*m_frame);
}

void AnalysisBinder::foundUnreachable(quint32 offset)
{
    if (m_unreachable == 0 && m_source == 0)
        m_analysis->unreachable += {UnreachableCode::Why::ConstantCondition, place(0, offset)};
}

void AnalysisBinder::load(Variable &variable)
{
    read({variable.name}, m_statement, Care::Plain, nothingAsked);
}

void AnalysisBinder::bind(const Variable &variable, Binding::Kind kind)
{
    bind(variable, kind, *m_frame);
}

void AnalysisBinder::bind(const Variable &variable, Binding::Kind kind, ScopeBook::Frame &frame)
{
    m_book.bind(frame,
                {.kind = kind,
                 .name = variable.name,
                 .offset = m_statement,
                 .source = m_source,
                 .isExported = &frame == m_home,
                 .isUnreachable = m_unreachable > 0});
}

/// Where Nunjucks' set goes: to where the name is set already, not beyond a macro.
ScopeBook::Frame &AnalysisBinder::frameOf(const QString &name) const
{
    ScopeBook::Frame *at = m_frame;
    while (!m_isJinja2 && at->edge == Edge::Loop && at->parent && !at->names.contains(name))
        at = at->parent;
    return at->names.contains(name) ? *at : *m_frame;
}

void AnalysisBinder::assign(Variable &variable)
{
    bind(variable, Binding::Kind::Set, frameOf(variable.name));
}

void AnalysisBinder::define(Variable &variable)
{
    bind(variable, Binding::Kind::Macro);
}

void AnalysisBinder::import(Variable &variable)
{
    bind(variable, Binding::Kind::Import);
}

void AnalysisBinder::parameter(Variable &variable)
{
    bind(variable, Binding::Kind::Parameter);
}

// Where they do it.

void AnalysisBinder::inside(ScopeBook::Frame *parent, Edge edge, const Step &body)
{
    ScopeBook::Frame *const outer = std::exchange(m_frame, &m_book.enter(parent, edge));
    m_book.enterBranch();
    body();
    m_book.leaveBranch();
    m_frame = outer;
}

void AnalysisBinder::scope(Scope & /*scope*/, const Step &body)
{
    inside(m_frame, m_isJinja2 ? Edge::Inner : Edge::Loop, body);
}

void AnalysisBinder::routine(Routine & /*routine*/, Reach reach, const Step &body)
{
    if (reach == Reach::All)
        inside(m_frame, Edge::Later, body);
    else
        inside(m_home, Edge::Context, body);
}

void AnalysisBinder::branches(const std::vector<Step> &alternatives)
{
    const size_t guards = m_walker.remembered();
    const bool outer = std::exchange(m_isDecided, false);
    for (const Step &alternative : alternatives) {
        m_book.enterBranch();
        alternative();
        m_book.leaveBranch();
    }
    m_isDecided = outer;
    m_walker.forget(guards);
}

void AnalysisBinder::branch(ExpressionNode *condition, const Body &body)
{
    if (condition)
        m_walker.walkCondition(*condition);
    const auto always = condition ? m_truth.of(*condition) : std::nullopt;
    if (m_isDecided || always == false)
        bindUnreachable(body);
    else
        body.bind(*this);
    m_isDecided = m_isDecided || always == true;
}

void AnalysisBinder::bindUnreachable(const Body &body)
{
    const bool isDecided = m_isDecided; // inside, others decide
    if (const Statement *first = firstStatement(body))
        foundUnreachable(first->offset());
    ++m_unreachable;
    body.bind(*this);
    --m_unreachable;
    m_isDecided = isDecided;
}

void AnalysisBinder::statements(const Body &body)
{
    const quint32 outer = m_statement;
    const bool outerJumped = std::exchange(m_hasJumped, false);
    int behind = 0; // a jump
    for (const StatementPtr &statement : body.statements) {
        m_walker.charge();
        if (m_walker.left() < 0)
            break;
        const auto *text = dynamic_cast<const TextNode *>(statement.get());
        if (m_hasJumped && behind == 0 && !(text && text->isBlank())) {
            if (m_unreachable == 0 && m_source == 0)
                m_analysis->unreachable
                    += {UnreachableCode::Why::Jump, place(0, statement->offset())};
            ++behind;
            ++m_unreachable;
        }
        m_statement = statement->offset();
        bindStatement(*statement);
    }
    m_unreachable -= behind;
    m_hasJumped = outerJumped;
    m_statement = outer;
}

/// A block that a template in front of this one has put in its place never runs.
void AnalysisBinder::bindStatement(Statement &statement)
{
    const auto *block = dynamic_cast<const BlockNode *>(&statement);
    if (!block)
        return statement.bind(*this);
    if (m_blocks.contains(block->name()))
        return;
    ++m_inBlocks;
    statement.bind(*this);
    --m_inBlocks;
    if (!block->usesSuper())
        m_ownBlocks.insert(block->name());
}

// Other templates.

void AnalysisBinder::use(const OtherTemplate &other)
{
    TemplateUse use{.kind = static_cast<TemplateUse::Kind>(other.kind),
                    .names = constantNames(other.name),
                    .place = place(m_source, other.name.offset()),
                    .mayBeMissing = other.mayBeMissing};
    const auto index = firstOf(use);
    m_analysis->uses += use;
    if (use.names.isEmpty() || !m_environment->options.loader || index == unreadable)
        return readAnything();
    if (!index)
        return;
    if (other.kind == OtherTemplate::Kind::Extends)
        m_parents.push_back(*index);
    else
        runSource(*index, other.seesContext ? m_frame : nullptr, !other.seesContext);
}

/// The first one of its names that there is.
std::optional<int> AnalysisBinder::firstOf(TemplateUse &use)
{
    for (const QString &name : std::as_const(use.names)) {
        const QString full = m_environment->dialect.resolvesRelativeNames
            ? resolvedName(name, m_sources[size_t(m_source)]->text.name())
            : name;
        const auto index = loaded(full);
        if (!index)
            continue;
        use.found = full;
        return index;
    }
    return std::nullopt;
}

/// Nothing: there is none.
std::optional<int> AnalysisBinder::loaded(const QString &name)
{
    if (const auto known = m_loaded.constFind(name); known != m_loaded.cend())
        return *known;
    if (!m_environment->options.loader)
        return std::nullopt;
    const auto bytes = m_environment->options.loader(name);
    if (bytes && !*bytes)
        return std::nullopt;
    int index = unreadable;
    const auto text = bytes ? decodeUtf8(**bytes) : Result<QString>(std::unexpected(bytes.error()));
    try {
        if (text)
            index = add(name, *text, LexerStart::Text);
    } catch (const Failure &) {
        index = unreadable;
    }
    m_loaded.insert(name, index);
    return index;
}

int AnalysisBinder::add(const QString &name, const QString &text, LexerStart start)
{
    auto source = std::make_unique<Source>(SourceText(name, readAs(*m_environment, text)));
    Parser parser(*m_environment, source->text.text(), start);
    if (start == LexerStart::Expression)
        source->expression = parser.parseOnlyExpression();
    else
        source->body = parser.parseTemplate();
    const quint32 height
        = heightOf(source->body) + (source->expression ? heightOf(*source->expression) : 0);
    if (height >= highestTree) {
        throw Failure{.kind = FailureKind::Limit,
                      .message
                      = QCoreApplication::translate("jinja", "an expression with too many parts"),
                      .offset = 0};
    }
    m_sources.push_back(std::move(source));
    return static_cast<int>(m_sources.size()) - 1;
}

void AnalysisBinder::runSource(int index, ScopeBook::Frame *parent, bool isCutOff)
{
    if (std::ranges::find(m_running, index) != m_running.end())
        return; // what it reads is noted already
    if (++m_runs > mostRuns || m_running.size() >= deepestRun) {
        m_isWhole = false;
        return;
    }
    m_running.push_back(index);
    const int source = std::exchange(m_source, index);
    ScopeBook::Frame *const frame
        = std::exchange(m_frame, &m_book.enter(parent, Edge::Inner, isCutOff));
    ScopeBook::Frame *const home = std::exchange(m_home, m_frame);
    const auto parents = std::exchange(m_parents, {});
    const QSet<QString> blocks = std::exchange(m_blocks, {});
    const QSet<QString> ownBlocks = std::exchange(m_ownBlocks, {});
    runBody(index);
    m_running.pop_back();
    m_source = source;
    m_frame = frame;
    m_home = home;
    m_parents = parents;
    m_blocks = blocks;
    m_ownBlocks = ownBlocks;
}

/// Then those that it extends, with what was set in it and without what it puts in its place.
void AnalysisBinder::runBody(int index)
{
    const Source &source = *m_sources[size_t(index)];
    if (source.expression)
        expression(*source.expression);
    source.body.bind(*this);
    const std::vector<int> parents = std::exchange(m_parents, {});
    const QSet<QString> blocks = m_blocks + m_ownBlocks;
    for (const int parent : parents) {
        if (std::ranges::find(m_running, parent) != m_running.end())
            continue;
        if (++m_runs > mostRuns) {
            m_isWhole = false;
            return;
        }
        m_running.push_back(parent);
        m_source = parent;
        m_frame = m_home = &m_book.enter(m_home, Edge::Inner);
        m_blocks = blocks;
        m_ownBlocks.clear();
        runBody(parent);
        m_running.pop_back();
    }
}

} // namespace waymark::jinja
