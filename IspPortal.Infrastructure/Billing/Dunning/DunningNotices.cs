using System.Globalization;
using IspPortal.Core.Billing.Dunning;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Core.Messaging;
using IspPortal.Infrastructure.Messaging;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using MessageChannel = IspPortal.Core.Messaging.MessageChannel;
using WishedChannel = IspPortal.Core.Customers.MessageChannel;

namespace IspPortal.Infrastructure.Billing.Dunning;

/// <summary>Tells customers about their bills, each step of a bill once. Quiet hours, pace and observe mode are those of messages.</summary>
internal sealed class DunningNotices(IMessageOutbox messages, TimeProvider clock)
{
    /// <summary>Queues what these accounts are to be told today and was not told yet; gives how much.</summary>
    public async Task<int> TellAsync(PortalDbContext context, IReadOnlyList<LateAccount> accounts, CancellationToken cancellationToken)
    {
        var due = accounts.SelectMany(account => account.Decision.Notices.Select(notice => (Account: account, Notice: notice))).ToList();
        var billIds = due.Select(some => some.Notice.InvoiceId).ToList();
        if (billIds.Count == 0)
        {
            return 0;
        }

        var told = (await context.Set<DunningNotice>().AsNoTracking().Where(n => billIds.Contains(n.InvoiceId)).Select(n => new { n.InvoiceId, n.Step }).ToListAsync(cancellationToken)).Select(n => (n.InvoiceId, n.Step)).ToHashSet();
        due.RemoveAll(some => told.Contains((some.Notice.InvoiceId, some.Notice.Step.Key)));
        if (due.Count == 0)
        {
            return 0;
        }

        var people = await PeopleAsync(context, due.Select(some => some.Account.Id).Distinct().ToList(), cancellationToken);
        foreach (var (account, notice) in due)
        {
            var bill = account.Bills.First(bill => bill.Id == notice.InvoiceId);
            var person = people[account.Id];
            var values = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["number"] = bill.Number,
                ["amount"] = Money.Idr(bill.OutstandingMinor).ToString(person.Culture),
                ["due"] = bill.DueOn.ToString("d MMM yyyy", person.Culture),
                ["days"] = Math.Abs(account.Facts.Today.DayNumber - bill.DueOn.DayNumber).ToString(person.Culture),
            };
            await QueueAsync(person, DunningEvents.Of(notice.Step.Kind), bill.Id, $"{DunningEvents.Of(notice.Step.Kind)}-{notice.Step.Key}", values, cancellationToken);
            context.Add(new DunningNotice { InvoiceId = bill.Id, Step = notice.Step.Key, BillingAccountId = account.Id, QueuedAtUtc = clock.UtcNow(), IsWaiting = true });
            context.Tell(account.Id, account.Facts.Today, clock, DunningEntryKind.Told, $"{notice.Step.Key} {bill.Number}", bill.OutstandingMinor);
        }

        // Queued twice by two who looked at once is queued once: the queue itself sees to that.
        return (await context.TrySaveAsync(DunningErrors.FeeGone, cancellationToken)).Succeeded ? due.Count : 0;
    }

    /// <summary>Tells an account that its lines are isolated or came back, once an isolir.</summary>
    public async Task TellAsync(PortalDbContext context, Guid accountId, string what, string isolir, long overdueMinor, CancellationToken cancellationToken)
    {
        var person = (await PeopleAsync(context, [accountId], cancellationToken))[accountId];
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["amount"] = Money.Idr(overdueMinor).ToString(person.Culture) };
        await QueueAsync(person, what, accountId, $"{what}-{isolir}", values, cancellationToken);
    }

    /// <summary>Takes back what still waits to go out about bills that are settled meanwhile; gives how many bills.</summary>
    public async Task<int> WithdrawAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        const int most = 500;
        var past = clock.UtcNow() - TimeSpan.FromDays(1);
        await context.Set<DunningNotice>().Where(n => n.IsWaiting && n.QueuedAtUtc < past).ExecuteUpdateAsync(set => set.SetProperty(n => n.IsWaiting, false), cancellationToken);
        var open = DunningReading.Open(context).Select(i => i.Id);
        var billIds = await context.Set<DunningNotice>().Where(n => n.IsWaiting && !open.Contains(n.InvoiceId)).Select(n => n.InvoiceId).Distinct().OrderBy(id => id).Take(most).ToListAsync(cancellationToken);
        foreach (var id in billIds)
        {
            await messages.DropAsync(id, null, cancellationToken);
        }

        await context.Set<DunningNotice>().Where(n => billIds.Contains(n.InvoiceId)).ExecuteUpdateAsync(set => set.SetProperty(n => n.IsWaiting, false), cancellationToken);
        return billIds.Count;
    }

    private static async Task<Dictionary<Guid, Person>> PeopleAsync(PortalDbContext context, List<Guid> accountIds, CancellationToken cancellationToken) => await context.Set<BillingAccount>().AsNoTracking()
        .Where(a => accountIds.Contains(a.Id))
        .Select(a => new Person(a.Id, a.Number, a.CustomerId, a.Customer!.CompanyName ?? a.Customer.Name, a.Customer.Email, a.Customer.Phone, a.Customer.Language, a.Customer.Channel))
        .ToDictionaryAsync(person => person.AccountId, cancellationToken);

    private async Task QueueAsync(Person person, string what, Guid subjectId, string kind, Dictionary<string, string> values, CancellationToken cancellationToken)
    {
        if (person.Way is not { } way)
        {
            return;
        }

        values["customer"] = person.Name;
        values["account"] = person.Number;
        var queued = await messages.QueueAsync(new MessageOrder(what, subjectId, kind, [new MessageRecipient(way.Channel, way.Address, person.Name, person.Language, person.CustomerId)], values), cancellationToken);
        // An address that is none is nobody's address.
        if (!queued.Succeeded && queued.Error.Kind != ErrorKind.Invalid)
        {
            throw new InvalidOperationException($"{kind} of {person.Number} could not be queued: {queued.Error}");
        }
    }

    private sealed record Person(Guid AccountId, string Number, Guid CustomerId, string Name, string? Email, string? Phone, string Language, WishedChannel Wished)
    {
        public CultureInfo Culture => CultureInfo.GetCultureInfo(Language == "en" ? "en" : "id-ID");

        public (MessageChannel Channel, string Address)? Way => WishedWay.Of(Wished, Email, Phone);
    }
}
