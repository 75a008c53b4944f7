using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using IspPortal.Core.Messaging;

namespace IspPortal.Infrastructure.Messaging.Gateways;

/// <summary>E-mail, always by STARTTLS. The text is read only once the server asked for it, which tells whether a mail that was interrupted can have been taken.</summary>
internal sealed class SmtpGateway(OutboundAddresses addresses) : IMessageGateway
{
    private const int UsualPort = 587;
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(45);

    public MessageSenderType Type => MessageSenderType.Smtp;

    public bool KnowsRepeats => false;

    public async Task<GatewayAnswer> SendAsync(MessageSender sender, OutgoingMessage message, CancellationToken cancellationToken)
    {
        var (host, port) = (sender.Server ?? "", sender.Port ?? UsualPort);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Within);
        using var text = new WatchedStream(Encoding.UTF8.GetBytes(message.Text));
        try
        {
            if (await addresses.FindAsync(host, port, limit.Token) is null)
            {
                return GatewayAnswer.Banned(GatewayCodes.Forbidden, host);
            }

            using var client = new SmtpClient(host, port) { EnableSsl = true, DeliveryFormat = SmtpDeliveryFormat.International };
            if (!string.IsNullOrEmpty(sender.Account))
            {
                client.Credentials = new NetworkCredential(sender.Account, sender.Secret);
            }

            using var mail = MailOf(sender, message, text);
            await client.SendMailAsync(mail, limit.Token);
            return GatewayAnswer.Accepted(mail.Headers["Message-ID"]);
        }
        catch (Exception exception) when (exception is SmtpException or SocketException or IOException or AuthenticationException or InvalidOperationException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return Judge(exception, text.HasLeft);
        }
    }

    private static MailMessage MailOf(MessageSender sender, OutgoingMessage message, WatchedStream text)
    {
        var from = new MailAddress(sender.From ?? "", sender.Name);
        var mail = new MailMessage { From = from, Subject = OneLine(message.Subject ?? ""), SubjectEncoding = Encoding.UTF8 };
        mail.To.Add(new MailAddress(message.Address, message.Name is { } name ? OneLine(name) : null, Encoding.UTF8));
        mail.Headers["Message-ID"] = string.Create(CultureInfo.InvariantCulture, $"<{message.Id:N}@{from.Host}>");
        mail.AlternateViews.Add(new AlternateView(text, new ContentType("text/plain; charset=utf-8")) { TransferEncoding = TransferEncoding.Base64 });
        if (message.IsMarketing)
        {
            mail.Headers["List-Unsubscribe"] = $"<mailto:{from.Address}?subject=unsubscribe>";
        }

        foreach (var file in message.Files)
        {
            mail.Attachments.Add(new Attachment(file.Content, file.FileName, file.MediaType));
        }

        return mail;
    }

    private static GatewayAnswer Judge(Exception exception, bool textHasLeft)
    {
        var words = exception is SmtpException { InnerException: { } inner } ? $"{exception.Message} {inner.Message}" : exception.Message;
        var status = exception is SmtpException smtp ? smtp.StatusCode : SmtpStatusCode.GeneralFailure;
        return status switch
        {
            // 454 and 530 are said to who may not send, 535 comes as a general failure with its words.
            SmtpStatusCode.MustIssueStartTlsFirst or SmtpStatusCode.ClientNotPermitted => GatewayAnswer.Banned(GatewayCodes.BadCredentials, words),
            SmtpStatusCode.GeneralFailure when words.Contains("5.7.", StringComparison.Ordinal) => GatewayAnswer.Banned(GatewayCodes.BadCredentials, words),
            SmtpStatusCode.GeneralFailure when textHasLeft => GatewayAnswer.Unsure(exception is OperationCanceledException ? GatewayCodes.TimedOut : GatewayCodes.Interrupted, words),
            SmtpStatusCode.GeneralFailure => GatewayAnswer.Down(GatewayCodes.NotReached, words),
            SmtpStatusCode.ServiceNotAvailable => GatewayAnswer.Down(GatewayCodes.ProviderFailed, words),
            SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.MailboxNameNotAllowed or SmtpStatusCode.UserNotLocalTryAlternatePath => GatewayAnswer.Refused(GatewayCodes.BadAddress, words),
            _ => (int)status >= 500 ? GatewayAnswer.Refused(GatewayCodes.Refused, words) : GatewayAnswer.Later(GatewayCodes.Refused, words),
        };
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
