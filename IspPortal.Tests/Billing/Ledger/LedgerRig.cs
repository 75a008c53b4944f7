using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Infrastructure.Billing.Ledger;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Tests.Customers;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Billing.Ledger;

/// <summary>The ledger over a real database with customers, on a day that the test chooses.</summary>
internal sealed class LedgerRig(CustomersRig customers) : IAsyncDisposable
{
    public static readonly Guid Invoice = new("019b0000-0000-7000-8000-0000000000c1");

    public CustomersRig Customers => customers;

    public PortalDatabase Database => customers.Database;

    public ManualClock Clock => customers.Clock;

    public LedgerBook Book { get; } = new(customers.Clock);

    public LedgerSettings Settings { get; set; } = new();

    public DateOnly Today => DateOnly.FromDateTime(Clock.NowUtc.AddHours(7));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<LedgerRig> CreateAsync(string provider) => new(await CustomersRig.CreateAsync(provider));

    public ILedgerDirectory Directory(params string[] permissions) => new LedgerDirectory(Database.Factory, As(permissions), new SettingsOf<LedgerSettings>(() => Settings), new Day(Clock));

    public IDayClosing Closing(params string[] permissions) => new DayClosings(Database.FactoryAs(As(permissions).Actor), As(permissions), new Day(Clock), Clock);

    /// <summary>The billing account of a new customer.</summary>
    public async Task<Guid> AddAccountAsync(string name = "Budi Santoso") =>
        (await customers.GetAsync(await customers.AddAsync(new SaveCustomerRequest(name, CustomerKind.Residential)))).Accounts.Single().Id;

    public LedgerOccasion Occasion(string key, DateOnly? on = null) => new(key, on ?? Today, Clock.NowUtc, "DOC-" + key.ToUpperInvariant());

    public LedgerPosting Bill(string key, Guid account, long amount, DateOnly? on = null, Guid? invoice = null) =>
        LedgerPostings.InvoiceIssued(Occasion(key, on), account, invoice ?? Invoice, new BilledAmounts { Revenue = Money.Idr(amount) });

    public LedgerPosting Pay(string key, Guid account, long amount, DateOnly? on = null, string drawer = "LACI-1", Guid? invoice = null) =>
        LedgerPostings.ReceiptBooked(Occasion(key, on), [new(LedgerAccount.Cash, drawer, Money.Idr(amount))], [new(account, invoice ?? Invoice, Money.Idr(amount))]);

    /// <summary>Posts in a transaction of its own.</summary>
    public async Task<Result> TryPostAsync(LedgerPosting posting)
    {
        await using var context = Database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(Token);
        var posted = await Book.PostAsync(context, posting, Token);
        if (!posted.Succeeded)
        {
            return posted.Error;
        }

        var saved = await LedgerBook.SaveAsync(context, Token);
        if (saved.Succeeded)
        {
            await transaction.CommitAsync(Token);
        }

        return saved;
    }

    public async Task PostAsync(params LedgerPosting[] postings)
    {
        foreach (var posting in postings)
        {
            var posted = await TryPostAsync(posting);
            Assert.True(posted.Succeeded, CustomersRig.Told(posted.Error));
        }
    }

    public async Task<DayClosingRow> CloseAsync(DateOnly on, string? note = null)
    {
        var totals = await Closing().PreviewAsync(on, Token);
        Assert.True(totals.Succeeded, CustomersRig.Told(totals.Error));
        var closed = await Closing().CloseAsync(new CloseDayRequest(on, totals.Value.Postings, note), Token);
        Assert.True(closed.Succeeded, CustomersRig.Told(closed.Error));
        return closed.Value;
    }

    public async Task<LedgerTransaction> TransactionAsync(string key)
    {
        await using var context = Database.Open();
        return await context.Set<LedgerTransaction>().AsNoTracking().Include(t => t.Entries).SingleAsync(t => t.Key == key, Token);
    }

    public ValueTask DisposeAsync() => customers.DisposeAsync();

    private static TestActor As(string[] permissions) => new(permissions.Length == 0 ? CustomersRig.Everything : permissions);

    private sealed class Day(TimeProvider clock) : IBusinessClock
    {
        public ValueTask<DateOnly> TodayAsync(CancellationToken cancellationToken) => ValueTask.FromResult(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(7)));
    }
}
