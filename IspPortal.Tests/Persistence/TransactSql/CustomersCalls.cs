using IspPortal.Core.Common.Timeline;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Core.Customers.Privacy;
using IspPortal.Core.Common.Time;
using IspPortal.Infrastructure.Customers;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Persistence.TransactSql;

/// <summary>The services of customers.</summary>
internal sealed class CustomersCalls : ServiceCalls
{
    public override IReadOnlyDictionary<string, Func<IServiceProvider, Task>> All { get; } = new Dictionary<string, Func<IServiceProvider, Task>>(StringComparer.Ordinal)
    {
        ["CustomerDirectory"] = async services =>
        {
            var customers = services.GetRequiredService<ICustomerDirectory>();
            foreach (var sort in (string?[])[null, "name", "number", "registered", "city", "updated"])
            {
                await customers.ListAsync(new(CustomerStatus.Active, CustomerKind.Business, "Bekasi", "vip", true), new(2, 10, "a%_[ santoso", sort), Token);
                await customers.ListAsync(new(), new(1, 10, null, sort, true), Token);
                await customers.ListAsync(new(), new(1, 10, "3216010203040005", sort), Token);
            }

            await customers.GetAsync(Id, Token);
            await customers.ListChoicesAsync(Token);
        },
        ["DuplicateFinder"] = async services => await services.GetRequiredService<DuplicateFinder>().FindAsync(new(Id, "Budi Santoso", "0812 3456 7890", "3216010203040005", "a", "b") { TaxId = "012345678901234" }, Token),
        ["CustomerEditor"] = async services =>
        {
            var editor = services.GetRequiredService<ICustomerEditor>();
            await editor.UpdateAsync(Id, 1, new("Budi", CustomerKind.Residential), Token);
            await editor.RemoveAsync(Id, "a", Token);
            await editor.RestoreAsync(Id, Token);
            await editor.AddNoteAsync(Id, "a", Token);
        },
        ["CustomerIdentity"] = async services => await services.GetRequiredService<ICustomerIdentity>().RevealAsync(Id, Token),
        ["CustomerMerger"] = async services =>
        {
            await services.GetRequiredService<ICustomerMerge>().PreviewAsync(Id, Ids.New(TimeProvider.System), Token);
            foreach (var part in services.GetServices<ICustomerMergePart>())
            {
                await using var context = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(Token);
                await part.CountAsync(context, Id, Token);
            }
        },
        ["CustomerTransfer"] = async services =>
            await services.GetRequiredService<ICustomerTransfer>().TransferAsync(Id, 1, new("Budi", CustomerKind.Residential, new DateOnly(2026, 11, 1), "a"), Token),
        ["CustomerPrivacy"] = async services =>
        {
            await services.GetRequiredService<ICustomerPrivacy>().ExportAsync(Id, Token);
            await services.GetRequiredService<ICustomerPrivacy>().EraseAsync(Id, "a", Token);
            await services.GetRequiredService<ICustomerPrivacy>().ExportFormerOwnerAsync(Id, Id, Token);
            await services.GetRequiredService<ICustomerPrivacy>().EraseFormerOwnerAsync(Id, Id, "a", Token);
            var owner = new FormerOwner { Id = Id, CustomerId = Id, Name = "a", Kind = CustomerKind.Residential, UntilOn = new(2026, 11, 1), HandedOverAtUtc = new(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc) };
            foreach (var part in services.GetServices<ICustomerDataPart>())
            {
                await using var context = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(Token);
                await part.HandOverAsync(context, owner, Token);
                await part.ReadFormerAsync(context, owner, Token);
                await part.EraseFormerAsync(context, owner, Token);
            }
        },
        ["CustomerLifecycle"] = async services => await services.GetRequiredService<ICustomerLifecycle>().FollowAsync(Id, new(0, 1, 0, 0), null, Token),
        ["BillingAccountDesk"] = async services =>
        {
            var accounts = services.GetRequiredService<IBillingAccounts>();
            await accounts.ListAsync(Id, new(2, 10, "a%_[", "number", true), Token);
            await accounts.GetAsync(Id, Token);
            await accounts.UpdateAsync(Id, 1, new("a", null, PaymentWay.Cash, null, true), Token);
            await accounts.CloseAsync(Id, Token);
        },
        ["CustomerSearch"] = FindAsync,
        ["CustomerAuditNames"] = NamesAsync,
        ["CustomerHistoryTimeline"] = ReadTimelineAsync,
        ["CustomerAuditTimeline"] = ReadTimelineAsync,
    };
}
