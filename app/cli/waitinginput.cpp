#include "app/cli/waitinginput.h"

#include <cerrno>

namespace waymark::cli {

WaitingInput::WaitingInput(int descriptor)
    : m_input(descriptor)
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

/// As much as was asked for, unless it ends: Ctrl+D at a terminal is to be typed once.
qint64 WaitingInput::readData(char *data, qint64 maximum)
{
    qint64 filled = 0;
    while (filled < maximum && !m_hasEnded) {
        const ssize_t count = m_input.read(data + filled, size_t(maximum - filled));
        if (count < 0) {
            setErrorString(qt_error_string(errno));
            return -1;
        }
        m_hasEnded = count == 0;
        filled += count;
    }
    return filled;
}

qint64 WaitingInput::writeData(const char * /*data*/, qint64 /*size*/)
{
    return -1;
}

} // namespace waymark::cli
