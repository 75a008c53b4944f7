using System.Text;
using System.Text.RegularExpressions;
using IspPortal.Core.Lab;

namespace IspPortal.Infrastructure.Lab.Messages;

/// <summary>What is said on one connection of the lab's mail server.</summary>
internal sealed partial class LabMailTalk(Stream stream, LabPostRoom room, bool isSafe)
{
    private readonly byte[] _buffer = new byte[8192];
    private readonly List<string> _to = [];
    private bool _isKnown;
    private int _at;
    private int _end;

    /// <summary>Talks until somebody is done; true: go on under TLS.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        while (await ReadLineAsync(cancellationToken) is { } line)
        {
            var verb = line.Split(' ', 2)[0].ToUpperInvariant();
            switch (verb)
            {
                case "EHLO" or "HELO":
                    await SayAsync(isSafe ? "250-lab.test\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 AUTH LOGIN" : "250-lab.test\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 STARTTLS", cancellationToken);
                    break;
                case "STARTTLS" when !isSafe:
                    await SayAsync("220 go ahead", cancellationToken);
                    return true;
                case "AUTH" when isSafe:
                    await SignInAsync(line, cancellationToken);
                    break;
                case "MAIL":
                    await SayAsync(Fault() == LabPostFault.Broken ? "421 4.3.0 closing" : !isSafe ? "530 5.7.0 Must issue a STARTTLS command first" : _isKnown ? "250 ok" : "530 5.7.0 Authentication required", cancellationToken);
                    break;
                case "RCPT":
                    await ReceiveAsync(line, cancellationToken);
                    break;
                case "DATA":
                    if (!await TakeAsync(cancellationToken))
                    {
                        return false;
                    }

                    break;
                case "RSET":
                    _to.Clear();
                    await SayAsync("250 ok", cancellationToken);
                    break;
                case "QUIT":
                    await SayAsync("221 bye", cancellationToken);
                    return false;
                default:
                    await SayAsync("502 5.5.1 not known", cancellationToken);
                    break;
            }
        }

        return false;
    }

    public async Task SayAsync(string text, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text + "\r\n"), cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }

    private LabPostFault? Fault() => room.FaultOf(LabProvider.Mail);

    private async Task SignInAsync(string line, CancellationToken cancellationToken)
    {
        var parts = line.Split(' ');
        if (parts.Length < 2 || !parts[1].Equals("LOGIN", StringComparison.OrdinalIgnoreCase))
        {
            await SayAsync("504 5.5.4 LOGIN alone", cancellationToken);
            return;
        }

        var user = parts.Length > 2 ? parts[2] : await AskAsync("VXNlcm5hbWU6", cancellationToken);
        var password = await AskAsync("UGFzc3dvcmQ6", cancellationToken);
        _isKnown = Fault() != LabPostFault.Ban && Decoded(user) == LabKeys.MailUser && Decoded(password) == LabKeys.MailPassword;
        await SayAsync(_isKnown ? "235 2.7.0 welcome" : "535 5.7.8 Authentication credentials invalid", cancellationToken);
    }

    private async Task<string> AskAsync(string question, CancellationToken cancellationToken)
    {
        await SayAsync("334 " + question, cancellationToken);
        return await ReadLineAsync(cancellationToken) ?? "";
    }

    private async Task ReceiveAsync(string line, CancellationToken cancellationToken)
    {
        if (Fault() is LabPostFault.Failure or LabPostFault.TooFast)
        {
            await SayAsync(Fault() == LabPostFault.Failure ? "550 5.1.1 no such mailbox" : "451 4.7.1 greylisted, come back later", cancellationToken);
            return;
        }

        _to.Add(Address().Match(line).Groups["address"].Value);
        await SayAsync("250 ok", cancellationToken);
    }

    private async Task<bool> TakeAsync(CancellationToken cancellationToken)
    {
        await SayAsync("354 go on", cancellationToken);
        var text = new StringBuilder();
        while (await ReadLineAsync(cancellationToken) is { } line && line != ".")
        {
            text.Append(line.StartsWith('.') ? line[1..] : line).Append('\n');
        }

        var (subject, body, files) = LabMailText.Read(text.ToString());
        foreach (var to in _to)
        {
            room.Take(LabProvider.Mail, to, subject, body, files);
        }

        _to.Clear();
        if (Fault() == LabPostFault.Drop)
        {
            return false;
        }

        await SayAsync("250 2.0.0 taken", cancellationToken);
        return true;
    }

    private async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        var line = new List<byte>();
        while (true)
        {
            if (_at == _end)
            {
                (_at, _end) = (0, await stream.ReadAsync(_buffer, cancellationToken));
                if (_end == 0)
                {
                    return null;
                }
            }

            var next = _buffer[_at++];
            if (next == '\n')
            {
                return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            }

            line.Add(next);
        }
    }

    private static string Decoded(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : "";
    }

    [GeneratedRegex("<(?<address>[^>]*)>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}
