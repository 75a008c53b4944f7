using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Core.Customers.Privacy;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Customers;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Timeline;
using IspPortal.Tests.Support;
using Microsoft.Extensions.Options;

namespace IspPortal.Tests.Customers;

/// <summary>The customer services over a real database, on a day that the test chooses.</summary>
internal sealed class CustomersRig(PortalDatabase database, ManualClock clock) : IAsyncDisposable
{
    public static readonly string[] Everything = [.. RolePermissions.All];

    private readonly BlindIndex _blind = new(Options.Create(database.Options));

    public PortalDatabase Database => database;

    public ManualClock Clock => clock;

    public List<ICustomerTransferGuard> Guards { get; } = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<CustomersRig> CreateAsync(string provider)
    {
        var clock = new ManualClock();
        return new CustomersRig(await PortalDatabase.CreateAsync(provider, clock), clock);
    }

    public ICustomerDirectory Directory(params string[] permissions) => new CustomerDirectory(database.Factory, As(permissions), new DuplicateFinder(database.Factory, _blind));

    public ICustomerEditor Editor(params string[] permissions) => new CustomerEditor(FactoryAs(permissions), As(permissions), new Today(clock), _blind, clock);

    public ICustomerIdentity Identity(params string[] permissions) => new CustomerIdentity(FactoryAs(permissions), As(permissions));

    public ICustomerMerge Merge(params string[] permissions) => new CustomerMerger(FactoryAs(permissions), As(permissions), [new OwnMergeParts()], clock);

    public ICustomerTransfer Transfer(params string[] permissions) => new CustomerTransfer(FactoryAs(permissions), As(permissions), Guards, new Today(clock), _blind, clock);

    public ICustomerPrivacy Privacy(params string[] permissions) => new CustomerPrivacy(FactoryAs(permissions), As(permissions), [new OwnDataPart()], clock);

    public IBillingAccounts Accounts(params string[] permissions) => new BillingAccountDesk(FactoryAs(permissions), As(permissions), new Today(clock), clock);

    public ICustomerLifecycle Lifecycle() => new CustomerLifecycle(database.Factory, clock);

    public PortalTimeline Timeline(params string[] permissions) =>
        new([new CustomerHistoryTimeline(database.Factory, As(permissions)), new CustomerAuditTimeline(database.Factory, As(permissions))]);

    public async Task<Guid> AddAsync(SaveCustomerRequest request)
    {
        var added = await Editor().AddAsync(Ids.New(TimeProvider.System), request, Token);
        Assert.True(added.Succeeded, Told(added.Error));
        return added.Value;
    }

    public async Task<CustomerDetails> GetAsync(Guid id) => (await Directory().GetAsync(id, Token)).Value;

    public static string Told(Error? error) => error is null ? "" : $"{error.Code}: {string.Join(", ", error.Fields.Select(f => $"{f.Field} {f.Code}"))}";

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private static TestActor As(string[] permissions) => new(permissions.Length == 0 ? Everything : permissions);

    private Microsoft.EntityFrameworkCore.IDbContextFactory<PortalDbContext> FactoryAs(string[] permissions) => database.FactoryAs(As(permissions).Actor);

    private sealed class Today(TimeProvider clock) : IBusinessClock
    {
        public ValueTask<DateOnly> TodayAsync(CancellationToken cancellationToken) => ValueTask.FromResult(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(7)));
    }
}
