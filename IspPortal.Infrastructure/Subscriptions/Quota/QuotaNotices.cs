using System.Globalization;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Customers;
using IspPortal.Core.Messaging;
using IspPortal.Core.Subscriptions.Quota;
using IspPortal.Infrastructure.Messaging;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Subscriptions.Quota;

/// <summary>Tells customers that their data comes to its end, or is used up: once per period each, by the channel that the customer wishes.</summary>
internal sealed class QuotaNotices(IMessageOutbox messages)
{
    /// <summary>The event at <see cref="QuotaRule.FirstNotice"/> percent.</summary>
    public const string NearlyUsed = "usage.quota_80";

    /// <summary>The event when it is used up.</summary>
    public const string UsedUp = "usage.quota_100";

    /// <summary>What both may say.</summary>
    public static IReadOnlyList<MessageField> Fields { get; } =
    [
        new("customer", "Budi Santoso"), new("number", "SUB-202611-000042"), new("plan", "Kos 10"), new("used", "80,4 GB"), new("quota", "100 GB"), new("percent", "80"), new("until", "30 Nov 2026"),
    ];

    /// <summary>Queues the notice; done when this returns. Somebody without an address, or who wishes no messages, is told nothing.</summary>
    public async Task TellAsync(PortalDbContext context, QuotaLine line, QuotaUse use, string kind, CancellationToken cancellationToken)
    {
        var customer = await context.Set<Customer>().AsNoTracking().Where(c => c.Id == line.CustomerId)
            .Select(c => new { c.Id, Name = c.CompanyName ?? c.Name, c.Email, c.Phone, c.Language, c.Channel }).FirstAsync(cancellationToken);
        if (WishedWay.Of(customer.Channel, customer.Email, customer.Phone) is not { } way)
        {
            return;
        }

        var culture = CultureInfo.GetCultureInfo(customer.Language == "en" ? "en" : "id-ID");
        var queued = await messages.QueueAsync(
            new MessageOrder(
                kind,
                line.SubscriptionId,
                string.Create(CultureInfo.InvariantCulture, $"{kind}-{use.Period.FromOn:yyyyMMdd}"),
                [new MessageRecipient(way.Channel, way.Address, customer.Name, customer.Language, customer.Id)],
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["customer"] = customer.Name,
                    ["number"] = line.Number,
                    ["plan"] = line.PlanName,
                    ["used"] = Gigabytes(use.UsedBytes, culture),
                    ["quota"] = Gigabytes(use.AllowedBytes, culture),
                    ["percent"] = Math.Min(use.Percent, 100).ToString(culture),
                    ["until"] = use.Period.ToOn.ToString("d MMM yyyy", culture),
                },
                // Of no worth once the quota is whole again.
                NotAfterUtc: use.Period.ToOn.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)),
            cancellationToken);
        // An address that is none is nobody's address: it is not tried again every five minutes.
        if (!queued.Succeeded && queued.Error.Kind != ErrorKind.Invalid)
        {
            throw new InvalidOperationException($"The notice {kind} of {line.Number} could not be queued: {queued.Error}");
        }
    }

    private static string Gigabytes(long bytes, CultureInfo culture) => (bytes / (decimal)QuotaRule.Gigabyte).ToString("0.#", culture) + " GB";
}
