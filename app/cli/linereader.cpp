#include "app/cli/linereader.h"

#include "app/cli/interruption.h"

#include <QFile>

#include <histedit.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <cwchar>

namespace waymark::cli {
namespace {

/// Turns the terminal's echo off for as long as it lives.
class Silence
{
public:
    Silence()
    {
        if (tcgetattr(STDIN_FILENO, &m_before) != 0)
            return;
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        m_isSet = tcsetattr(STDIN_FILENO, TCSADRAIN, &silent) == 0;
    }
    ~Silence()
    {
        if (m_isSet)
            tcsetattr(STDIN_FILENO, TCSADRAIN, &m_before);
    }
    Silence(const Silence &) = delete;
    Silence &operator=(const Silence &) = delete;

private:
    termios m_before = {};
    bool m_isSet = false;
};

class LineReader final : public Prompt
{
public:
    explicit LineReader(std::FILE *screen)
        : m_screen(screen)
        , m_edit(el_init("waymark", stdin, screen, stderr))
    {
        if (!m_edit)
            return;
        el_set(m_edit, EL_CLIENTDATA, this);
        el_set(m_edit, EL_PROMPT, &LineReader::promptOf);
        el_set(m_edit, EL_EDITOR, "emacs");
        el_set(m_edit, EL_GETCFN, &LineReader::read);
        el_set(m_edit, EL_SIGNAL, 1);
        // Its narrow counterpart keeps copies of both texts for ever.
        el_wset(m_edit, EL_ADDFN, L"waymark-complete", L"Complete a choice", &LineReader::complete);
        el_set(m_edit, EL_BIND, "^I", "waymark-complete", nullptr);
    }
    ~LineReader() override
    {
        if (m_edit)
            el_end(m_edit);
    }
    LineReader(const LineReader &) = delete;
    LineReader &operator=(const LineReader &) = delete;

    std::optional<QString> line(const QString &label, const QStringList &suggestions) override
    {
        m_label = label.toLocal8Bit();
        m_suggestions = suggestions;
        if (!m_edit)
            return plainLine(label);
        int length = 0;
        const char *typed = el_gets(m_edit, &length);
        if (!typed || length <= 0) {
            std::fputc('\n', m_screen); // the cursor stands behind the prompt
            std::fflush(m_screen);
            return std::nullopt;
        }
        QString text = QString::fromLocal8Bit(typed, length);
        while (text.endsWith(u'\n') || text.endsWith(u'\r'))
            text.chop(1);
        return text;
    }

    std::optional<QString> hidden(const QString &label) override
    {
        const Silence silence;
        auto typed = plainLine(label);
        std::fputc('\n', m_screen);
        std::fflush(m_screen);
        return typed;
    }

    int columns() const override
    {
        winsize size = {};
        const bool isKnown = ioctl(fileno(m_screen), TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
        return isKnown ? size.ws_col : Prompt::columns();
    }

private:
    static LineReader *of(EditLine *edit)
    {
        void *data = nullptr;
        el_get(edit, EL_CLIENTDATA, &data);
        return static_cast<LineReader *>(data);
    }

    /// As el_rfunc_t has it: how many characters were read, or -1.
    static int read(EditLine *, wchar_t *character)
    {
        std::mbstate_t state = {};
        while (const auto byte = nextTypedByte()) {
            const std::size_t length = std::mbrtowc(character, &*byte, 1, &state);
            if (length == std::size_t(-1))
                state = {}; // what is no text is passed over
            else if (length != std::size_t(-2))
                return 1;
        }
        return -1;
    }

    static char *promptOf(EditLine *edit) { return of(edit)->m_label.data(); }

    /// Fills in what all suggestions that begin like the line have in common.
    static unsigned char complete(EditLine *edit, int)
    {
        const LineInfo *line = el_line(edit);
        const QString typed = QString::fromLocal8Bit(line->buffer, line->cursor - line->buffer);
        QString common;
        bool isFirst = true;
        for (const QString &suggestion : std::as_const(of(edit)->m_suggestions)) {
            if (!suggestion.startsWith(typed, Qt::CaseInsensitive))
                continue;
            if (isFirst)
                common = suggestion;
            while (!suggestion.startsWith(common, Qt::CaseInsensitive))
                common.chop(1);
            isFirst = false;
        }
        if (common.size() <= typed.size())
            return CC_REFRESH_BEEP;
        const QByteArray rest = common.sliced(typed.size()).toLocal8Bit();
        return el_insertstr(edit, rest.constData()) == 0 ? CC_REFRESH : CC_ERROR;
    }

    std::optional<QString> plainLine(const QString &label) const
    {
        std::fputs(label.toLocal8Bit().constData(), m_screen);
        std::fflush(m_screen);
        QByteArray typed;
        auto byte = nextTypedByte();
        for (; byte && *byte != '\n'; byte = nextTypedByte())
            typed += *byte;
        if (!byte && (typed.isEmpty() || interruptedBy() != 0))
            return std::nullopt;
        return QString::fromLocal8Bit(typed);
    }

    std::FILE *m_screen;
    EditLine *m_edit;
    QByteArray m_label;
    QStringList m_suggestions;
};

} // namespace

std::unique_ptr<Prompt> terminalPrompt(std::FILE *screen)
{
    return std::make_unique<LineReader>(screen);
}

} // namespace waymark::cli
