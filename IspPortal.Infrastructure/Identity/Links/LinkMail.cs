using System.Globalization;
using System.Resources;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity.Links;
using IspPortal.Core.Messaging;
using IspPortal.Core.Messaging.Senders;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Hosting;

namespace IspPortal.Infrastructure.Identity.Links;

/// <summary>Sends links of accounts to the accounts' own addresses. The portal's address comes from its settings, never from a request: whoever asks could say any.</summary>
internal sealed class LinkMail(IMessageOutbox outbox, IMessageRoutes routes, PortalAddress portal, ISettingsReader<CompanySettings> company)
{
    private static readonly ResourceManager Texts = new("IspPortal.Infrastructure.Identity.Links.AccountMessageTexts", typeof(LinkMail).Assembly);

    private static readonly MessageField[] Fields =
    [
        new("company", "Jaya Net"), new("name", "Budi Santoso"), new("link", "https://portal.example.net/account/invite?token=…"), new("until", "28 Nov 2026 09:00"),
    ];

    public static MessageEventDefinition Invited { get; } = new("account.invited", MessagePriority.Receipt, Fields, Texts, TimeSpan.FromHours(72), IsConfidential: true);

    public static MessageEventDefinition Reset { get; } = new("account.reset", MessagePriority.Receipt, Fields, Texts, TimeSpan.FromHours(24), IsConfidential: true);

    public Task<bool> IsOpenAsync(CancellationToken cancellationToken) => routes.IsOpenAsync(MessageChannel.Email, cancellationToken);

    /// <summary>Whether it is on its way: false where no e-mail can be sent, or the portal does not know its own address.</summary>
    public async Task<bool> SendAsync(Guid userId, string email, string name, string? culture, IssuedLink link, CancellationToken cancellationToken)
    {
        if (portal.Find() is not { } address || !await IsOpenAsync(cancellationToken))
        {
            return false;
        }

        var settings = await company.GetAsync(cancellationToken);
        var language = (culture ?? settings.DefaultLanguage).StartsWith("en", StringComparison.Ordinal) ? "en" : "id";

        // Links before this one have stopped working.
        await outbox.DropAsync(userId, null, cancellationToken);
        var order = new MessageOrder(
            link.Purpose == LinkPurpose.Invite ? Invited.Key : Reset.Key,
            userId,
            "link-" + AccountTokens.Hash(link.Path),
            [new MessageRecipient(MessageChannel.Email, email, name, language, UserId: userId)],
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["company"] = settings.Name,
                ["name"] = name,
                ["link"] = $"{address}/{link.Path}",
                ["until"] = Until(link.ExpiresAtUtc, settings.BusinessZone, language),
            },
            NotAfterUtc: link.ExpiresAtUtc);
        return (await outbox.QueueAsync(order, cancellationToken)).ValueOr(0) > 0;
    }

    private static string Until(DateTime utc, string zone, string language)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(utc, TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : TimeZoneInfo.Utc);
        return local.ToString("d MMM yyyy HH':'mm", CultureInfo.GetCultureInfo(language));
    }
}
