using IspPortal.Core.Audit;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Common.Timeline;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Persistence.TransactSql;

/// <summary>How each service of a feature that asks the database is made to ask; <see cref="EveryServiceSpeaksTransactSqlTests"/> finds every heir by itself.</summary>
internal abstract class ServiceCalls
{
    /// <summary>By the service's class.</summary>
    public abstract IReadOnlyDictionary<string, Func<IServiceProvider, Task>> All { get; }

    protected static Guid Id { get; } = new("01890a5d-ac96-774b-bcce-b302099a8057");

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected static async Task FindAsync(IServiceProvider services)
    {
        foreach (var source in services.GetServices<ISearchSource>())
        {
            await source.FindAsync("a%_[", 10, Token);
        }
    }

    protected static Task ReadTimelineAsync(IServiceProvider services) =>
        services.GetRequiredService<ITimeline>().ReadAsync(new(TimelineSubject.OfCustomer(Id), 10, new(DateTime.UnixEpoch, Id)), Token);

    protected static async Task NamesAsync(IServiceProvider services)
    {
        foreach (var names in services.GetServices<IAuditNames>())
        {
            await names.NamesAsync([.. ((string[])["router", "access", "alert", "user", "api_key", "customer", "billing_account", "day_closing", "billing-run", "billing-terms", "opening-import", "receipt", "refund", "invoice", "credit-note", "isolir-run", "payment-promise", "dunning-terms", "late-fee-waiver", "withholding-slip", "customer_document", "customer-import", "service-plan", "plan-add-on", "plan-promotion", "speed-campaign", "subscription", "subscription-pause", "subscription-change", "subscription-add-on", "subscription-promotion", "quota-top-up", "device", "device_model", "warehouse", "stock_count", "plant_node", "cable", "splitter", "radio_link", "core_joint", "drop", "site_router", "plant_photo", "message_sender", "message_template"]).Select(entity => new AuditThing(entity, Id.ToString()))], Token);
            await names.FindAsync("a%_[", 10, Token);
            await names.FindAsync("2026-11-22", 10, Token);
        }
    }
}
