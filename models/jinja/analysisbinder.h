#pragma once

#include "models/jinja/analysis.h"
#include "models/jinja/binder.h"
#include "models/jinja/constanttruth.h"
#include "models/jinja/lexer.h"
#include "models/jinja/readwalker.h"
#include "models/jinja/scopebook.h"
#include "models/jinja/sourcetext.h"

#include <QHash>
#include <QSet>

#include <memory>
#include <vector>

namespace waymark::jinja {

class BlockNode;

/// Goes through a template, and those that it uses, as the binders do that make it ready to run,
/// and notes what its names do instead of where they live.
class AnalysisBinder final : public Binder, private ReadSink
{
public:
    explicit AnalysisBinder(const std::shared_ptr<const CompiledEnvironment> &environment);

    /// Once. `analysis` gets all but what names are; what cannot be read is its problem.
    void run(const QString &source, const QString &name, LexerStart start, Analysis &analysis);
    [[nodiscard]] ScopeBook &book() { return m_book; }
    [[nodiscard]] const std::vector<AskedPath> &asked() const { return m_walker.asked(); }
    /// Whether all was gone through, so that what was not met is nowhere.
    [[nodiscard]] bool isWhole() const { return m_isWhole; }
    [[nodiscard]] const SourceText &source(int index) const
    {
        return m_sources[size_t(index)]->text;
    }
    [[nodiscard]] TemplatePlace place(int source, qsizetype offset) const;
    /// Whether a method of `map` may have made the entry.
    [[nodiscard]] bool mayBeMade(const QString &map, const QString &entry) const
    {
        const QSet<QString> made = m_made.value(map);
        return made.contains(entry) || made.contains(QString());
    }

    void load(Variable &variable) override;
    void assign(Variable &variable) override;
    void define(Variable &variable) override;
    void import(Variable &variable) override;
    void parameter(Variable &variable) override;
    void hiddenParameter(Variable &variable) override { parameter(variable); }
    void scope(Scope &scope, const Step &body) override;
    void routine(Routine &routine, Reach reach, const Step &body) override;
    void branches(const std::vector<Step> &alternatives) override;
    void branch(ExpressionNode *condition, const Body &body) override;
    void expression(ExpressionNode &expression) override { m_walker.walk(expression); }
    void statements(const Body &body) override;
    void use(const OtherTemplate &other) override;
    void jump() override { m_hasJumped = true; }
    [[nodiscard]] const Scope *current() const override { return nullptr; }
    [[nodiscard]] bool isTopLevel() const override { return m_frame == m_home; }

protected:
    [[nodiscard]] bool isConditional() const override { return true; }

private:
    struct Source
    {
        SourceText text;
        Body body = {};
        ExpressionPtr expression = {};
    };
    void read(const QStringList &path, quint32 offset, Care care, int asked) override;
    void readContext() override;
    void makeEntries(const QString &map, const QStringList &names) override;
    void foundUnreachable(quint32 offset) override;
    [[nodiscard]] std::optional<bool> truth(const ExpressionNode &condition) override
    {
        return m_truth.of(condition);
    }
    void bind(const Variable &variable, ScopeBook::Binding::Kind kind);
    void bind(const Variable &variable, ScopeBook::Binding::Kind kind, ScopeBook::Frame &frame);
    [[nodiscard]] ScopeBook::Frame &frameOf(const QString &name) const;
    void bindStatement(Statement &statement);
    void bindUnreachable(const Body &body);
    void inside(ScopeBook::Frame *parent, ScopeBook::Edge edge, const Step &body);
    /// Reads the text; throws a Failure where that cannot be done.
    [[nodiscard]] int add(const QString &name, const QString &text, LexerStart start);
    [[nodiscard]] std::optional<int> loaded(const QString &name);
    [[nodiscard]] std::optional<int> firstOf(TemplateUse &use);
    void runSource(int index, ScopeBook::Frame *parent, bool isCutOff);
    void runBody(int index);
    void readAnything();

    const std::shared_ptr<const CompiledEnvironment> m_environment;
    const bool m_isJinja2;
    ReadWalker m_walker;
    ConstantTruth m_truth;
    ScopeBook m_book;
    QHash<QString, QSet<QString>> m_made; ///< Entries of maps; a null one stands for any.
    Analysis *m_analysis = nullptr;
    std::vector<std::unique_ptr<Source>> m_sources;
    QHash<QString, int> m_loaded; ///< Of m_sources; -1: it cannot be read.
    int m_runs = 0;
    bool m_isWhole = true;

    // Where we are.
    int m_source = 0;
    ScopeBook::Frame *m_home = nullptr; ///< Of the template.
    ScopeBook::Frame *m_frame = nullptr;
    quint32 m_statement = 0;
    std::vector<int> m_running; ///< Templates inside each other.
    std::vector<int> m_parents; ///< That the template extends.
    QSet<QString> m_blocks; ///< That those in front of it in the inheritance have put in place.
    QSet<QString> m_ownBlocks;
    int m_inBlocks = 0;
    int m_unreachable = 0; ///< Bodies around this place that never run.
    bool m_isDecided = false; ///< A branch before this one always runs.
    bool m_hasJumped = false; ///< In this body.
};

} // namespace waymark::jinja
