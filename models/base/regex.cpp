#include "models/base/regex.h"

#include <QCoreApplication>
#include <QStringBuilder>

#define PCRE2_CODE_UNIT_WIDTH 16
#include <pcre2.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <vector>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr uint32_t mostSteps = 1'000'000; // of one place where a match may start: some 20 ms
constexpr uint32_t mostMemory = 64 * 1024; // KiB
constexpr double mostSeconds = 0.25; // of all places together, where each takes few steps,
constexpr double mostSecondsAUnit = 1e-6; // and more for a long text
constexpr int startsBetweenLooks = 16; // at the clock, which costs more than most starts
constexpr QStringView startCallout = u"(?C1)";

template<auto function>
struct Free
{
    template<typename T>
    void operator()(T *pointer) const
    {
        function(pointer);
    }
};
using CodePointer = std::unique_ptr<pcre2_code, Free<pcre2_code_free>>;
using CompileContext = std::unique_ptr<pcre2_compile_context, Free<pcre2_compile_context_free>>;
using MatchContext = std::unique_ptr<pcre2_match_context, Free<pcre2_match_context_free>>;
using MatchData = std::unique_ptr<pcre2_match_data, Free<pcre2_match_data_free>>;

PCRE2_SPTR units(QStringView text)
{
    static constexpr char16_t empty = 0;
    return reinterpret_cast<PCRE2_SPTR>(text.isNull() ? &empty : text.utf16());
}

QString messageOf(int code)
{
    std::array<PCRE2_UCHAR, 256> buffer{};
    pcre2_get_error_message(code, buffer.data(), buffer.size());
    return QString::fromUtf16(reinterpret_cast<const char16_t *>(buffer.data()));
}

/// Whether `syntax` counts characters; JavaScript without flag u counts UTF-16 units.
bool countsCharacters(RegexSyntax syntax)
{
    return syntax != RegexSyntax::JavaScript;
}

uint32_t compileOptions(RegexSyntax syntax, const RegexOptions &options)
{
    uint32_t flags = PCRE2_NEVER_BACKSLASH_C | PCRE2_ALT_CIRCUMFLEX;
    if (countsCharacters(syntax))
        flags |= PCRE2_UTF;
    if (options.ignoreCase)
        flags |= PCRE2_CASELESS;
    if (syntax == RegexSyntax::JavaScript && options.ignoreCase)
        flags |= PCRE2_UCP; // for the case of letters beyond ASCII, where there is no UTF
    if (syntax == RegexSyntax::JavaScript || syntax == RegexSyntax::JsonSchema)
        flags |= PCRE2_MATCH_UNSET_BACKREF;
    if (syntax != RegexSyntax::Pcre)
        return flags;
    flags |= options.ascii ? 0 : PCRE2_UCP;
    flags |= options.multiline ? PCRE2_MULTILINE : 0;
    flags |= options.dotAll ? PCRE2_DOTALL : 0;
    return flags | (options.verbose ? PCRE2_EXTENDED : 0);
}

uint32_t extraOptions(RegexSyntax syntax, const RegexOptions &options)
{
    uint32_t flags = 0;
    if (options.ascii || syntax == RegexSyntax::JavaScript)
        flags |= PCRE2_EXTRA_CASELESS_RESTRICT; // K is not the sign of Kelvin
    if (syntax == RegexSyntax::JavaScript)
        flags |= PCRE2_EXTRA_ASCII_BSW; // \b, whatever UCP says
    return flags;
}

/// `text` with U+FFFD where half of a surrogate pair stands alone.
QString repaired(QStringView text)
{
    QString good = text.toString();
    for (qsizetype i = 0; i < good.size(); ++i) {
        const bool isPair = i + 1 < good.size() && good.at(i).isHighSurrogate()
            && good.at(i + 1).isLowSurrogate();
        if (isPair)
            ++i;
        else if (good.at(i).isSurrogate())
            good[i] = QChar::ReplacementCharacter;
    }
    return good;
}

/// What is looked at whenever a match is tried at another place.
struct Watch
{
    explicit Watch(qsizetype units)
        : mostTicks((mostSeconds + mostSecondsAUnit * static_cast<double>(units)) * CLOCKS_PER_SEC)
    {
    }

    double mostTicks;
    std::clock_t start = std::clock();
    int starts = 0;
};

int onStart(pcre2_callout_block *, void *data)
{
    auto *watch = static_cast<Watch *>(data);
    if (++watch->starts % startsBetweenLooks != 0)
        return 0;
    const auto ticks = static_cast<double>(std::clock() - watch->start);
    return ticks > watch->mostTicks ? PCRE2_ERROR_MATCHLIMIT : 0;
}

} // namespace

struct Regex::Code
{
    CodePointer code;
    RegexSyntax syntax = RegexSyntax::Pcre;
};

/// One subject, and what PCRE2 needs to search it.
class RegexSearch
{
public:
    RegexSearch(const pcre2_code *code, QStringView subject, bool countsCharacters)
        : m_code(code)
        , m_subject(subject)
        , m_data(pcre2_match_data_create_from_pattern(code, nullptr))
        , m_context(pcre2_match_context_create(nullptr))
        , m_watch(subject.size())
        , m_countsCharacters(countsCharacters)
    {
        pcre2_set_match_limit(m_context.get(), mostSteps);
        pcre2_set_depth_limit(m_context.get(), mostSteps);
        pcre2_set_heap_limit(m_context.get(), mostMemory);
        pcre2_set_callout(m_context.get(), onStart, &m_watch);
        if (countsCharacters && !subject.isValidUtf16()) {
            m_repaired = repaired(subject);
            m_subject = m_repaired;
        }
    }

    Result<std::optional<RegexMatch>> next(qsizetype from, uint32_t flags);

private:
    const pcre2_code *m_code;
    QStringView m_subject;
    QString m_repaired;
    MatchData m_data;
    MatchContext m_context;
    Watch m_watch;
    bool m_countsCharacters;
};

Result<std::optional<RegexMatch>> RegexSearch::next(qsizetype from, uint32_t flags)
{
    from = std::max<qsizetype>(from, 0);
    if (from > m_subject.size())
        return std::nullopt;
    const bool isInPair = from > 0 && from < m_subject.size() && m_subject.at(from).isLowSurrogate()
        && m_subject.at(from - 1).isHighSurrogate();
    if (m_countsCharacters && isInPair)
        ++from;
    const int count = pcre2_match(m_code, units(m_subject), m_subject.size(), from,
                                  flags | PCRE2_NO_UTF_CHECK, m_data.get(), m_context.get());
    if (count == PCRE2_ERROR_NOMATCH)
        return std::nullopt;
    if (count < 0) {
        const bool isEndless = count == PCRE2_ERROR_MATCHLIMIT || count == PCRE2_ERROR_DEPTHLIMIT
            || count == PCRE2_ERROR_HEAPLIMIT;
        return failure({
            .code = isEndless ? u"regex.limit"_s : u"regex.match"_s,
            .message = isEndless ? QCoreApplication::translate(
                                       "Regex", "The regular expression takes too long here.")
                                 : messageOf(count),
            .hint = isEndless ? QCoreApplication::translate(
                                    "Regex", "Write it without repetitions in repetitions.")
                              : QString(),
        });
    }
    RegexMatch match;
    const PCRE2_SIZE *offsets = pcre2_get_ovector_pointer(m_data.get());
    for (size_t group = 0; group < pcre2_get_ovector_count(m_data.get()); ++group) {
        const bool isSet = offsets[2 * group] != PCRE2_UNSET;
        match.groups += isSet ? RegexMatch::Span{static_cast<qsizetype>(offsets[2 * group]),
                                                 static_cast<qsizetype>(offsets[2 * group + 1])}
                              : RegexMatch::Span{};
    }
    return match;
}

QStringView RegexMatch::in(QStringView subject, qsizetype group) const
{
    const Span span = groups.value(group);
    return span.isValid() ? subject.sliced(span.start, span.end - span.start) : QStringView();
}

Result<Regex> Regex::compile(const QString &pattern, RegexSyntax syntax, RegexOptions options)
{
    const Result<QString> translated = translatePattern(pattern, syntax, options);
    if (!translated)
        return std::unexpected(translated.error());
    const CompileContext context(pcre2_compile_context_create(nullptr));
    pcre2_set_newline(context.get(), PCRE2_NEWLINE_LF);
    pcre2_set_compile_extra_options(context.get(), extraOptions(syntax, options));
    const QStringView prefix = translated->startsWith(u"(*") ? QStringView() : startCallout;
    const QString source = prefix % *translated;

    int error = 0;
    PCRE2_SIZE offset = 0;
    auto code = std::make_shared<Code>();
    code->code.reset(pcre2_compile(units(source), source.size(), compileOptions(syntax, options),
                                   &error, &offset, context.get()));
    code->syntax = syntax;
    if (code->code)
        return Regex(std::move(code));
    const Problem problem{.code = u"regex.syntax"_s, .message = messageOf(error)};
    if (syntax != RegexSyntax::Pcre)
        return failure(problem.pointingAt(pattern, {}));
    const qsizetype at = std::max<qsizetype>(static_cast<qsizetype>(offset) - prefix.size(), 0);
    return failure(problem.pointingAt(pattern, positionOf(pattern, std::min(at, pattern.size()))));
}

Result<std::optional<RegexMatch>> Regex::match(QStringView subject, qsizetype from) const
{
    return RegexSearch(m_code->code.get(), subject, countsCharacters(m_code->syntax)).next(from, 0);
}

Result<std::optional<RegexMatch>> Regex::matchAt(QStringView subject, qsizetype from) const
{
    RegexSearch search(m_code->code.get(), subject, countsCharacters(m_code->syntax));
    return search.next(from, PCRE2_ANCHORED);
}

Result<std::optional<RegexMatch>> Regex::fullMatch(QStringView subject) const
{
    RegexSearch search(m_code->code.get(), subject, countsCharacters(m_code->syntax));
    return search.next(0, PCRE2_ANCHORED | PCRE2_ENDANCHORED);
}

Result<QList<RegexMatch>> Regex::globalMatch(QStringView subject, qsizetype limit) const
{
    const bool isScript
        = m_code->syntax == RegexSyntax::JavaScript || m_code->syntax == RegexSyntax::JsonSchema;
    RegexSearch search(m_code->code.get(), subject, countsCharacters(m_code->syntax));
    QList<RegexMatch> matches;
    qsizetype from = 0;
    uint32_t flags = 0;
    while (limit == 0 || matches.size() < limit) {
        const Result<std::optional<RegexMatch>> found = search.next(from, flags);
        if (!found)
            return std::unexpected(found.error());
        if (!*found)
            break;
        const RegexMatch::Span whole = (*found)->groups.first();
        const bool isEmpty = whole.start == whole.end;
        from = whole.end + (isEmpty && isScript ? 1 : 0);
        flags = isEmpty && !isScript ? PCRE2_NOTEMPTY_ATSTART : 0;
        matches += **found;
    }
    return matches;
}

int Regex::groupCount() const
{
    uint32_t count = 0;
    pcre2_pattern_info(m_code->code.get(), PCRE2_INFO_CAPTURECOUNT, &count);
    return static_cast<int>(count);
}

} // namespace waymark
