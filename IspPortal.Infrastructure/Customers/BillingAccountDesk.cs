using System.Linq.Expressions;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Customers;

internal sealed class BillingAccountDesk(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, IBusinessClock business, TimeProvider clock) : IBillingAccounts
{
    private const int LongestKey = 256;

    private static readonly Expression<Func<BillingAccount, BillingAccountRow>> ToRow = a => new BillingAccountRow(
        a.Id, a.Number, a.CustomerId, a.Customer!.CompanyName ?? a.Customer.Name, a.Name, a.IsDefault, a.Address, a.PaysBy, a.PaymentNotes, a.ClosedAtUtc, a.Version);

    public async Task<Result<Page<BillingAccountRow>>> ListAsync(Guid? customerId, PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(CustomersPermissions.CustomersRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var accounts = context.Set<BillingAccount>().AsNoTracking().Where(a => a.Customer!.RemovedAtUtc == null);
        accounts = customerId is { } id ? accounts.Where(a => a.CustomerId == id) : accounts;
        if (SearchKey.Of(page.SearchOrNull) is { Length: > 0 } text)
        {
            var number = text.ToUpperInvariant();
            accounts = accounts.Where(a => a.Number.StartsWith(number) || a.SearchKey.StartsWith(text));
        }

        var ordered = page.Descending ? accounts.OrderByDescending(a => a.Number) : accounts.OrderBy(a => a.Number);
        var rows = await ordered.Skip(page.Skip).Take(page.Take).Select(ToRow).ToListAsync(cancellationToken);
        return Page<BillingAccountRow>.Of(rows, page, await accounts.LongCountAsync(cancellationToken));
    }

    public async Task<Result<BillingAccountRow>> GetAsync(Guid accountId, CancellationToken cancellationToken)
    {
        if (actor.Deny(CustomersPermissions.CustomersRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await context.Set<BillingAccount>().AsNoTracking().Where(a => a.Id == accountId).Select(ToRow).SingleOrDefaultAsync(cancellationToken);
        return row is null ? CustomersErrors.AccountNotFound : row;
    }

    public async Task<Result<Guid>> AddAsync(Guid customerId, SaveBillingAccountRequest request, CancellationToken cancellationToken)
    {
        if ((actor.Deny(CustomersPermissions.CustomersWrite) ?? Refuse(request)) is { } refused)
        {
            return refused;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var number = await context.TakeNumbersAsync(BillingAccount.NumberPrefix, await business.TodayAsync(cancellationToken), 1, cancellationToken);
        var customer = await context.FindCustomerAsync(customerId, cancellationToken);
        if (customer is null || customer.RemovedAtUtc is not null)
        {
            return customer is null ? CustomersErrors.NotFound : CustomersErrors.Removed;
        }

        var account = NewAccount(customerId, number[0], request.Name, isDefault: false, clock);
        Fill(account, request);
        if (request.IsDefault)
        {
            customer.Accounts.ForEach(other => other.IsDefault = false);
            account.IsDefault = true;
        }

        customer.Accounts.Add(account);
        context.Add(account);
        await context.ReindexAsync(customer, cancellationToken);
        var saved = await context.TrySaveAsync(null, cancellationToken);
        if (!saved.Succeeded)
        {
            return saved.Error;
        }

        await transaction.CommitAsync(cancellationToken);
        return account.Id;
    }

    public async Task<Result> UpdateAsync(Guid accountId, long version, SaveBillingAccountRequest request, CancellationToken cancellationToken)
    {
        if ((actor.Deny(CustomersPermissions.CustomersWrite) ?? Refuse(request)) is { } refused)
        {
            return refused;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var account = await context.Set<BillingAccount>().SingleOrDefaultAsync(a => a.Id == accountId, cancellationToken);
        if (account is null || account.Version != version)
        {
            return account is null ? CustomersErrors.AccountNotFound : CommonErrors.VersionConflict;
        }

        if (await IsGoneAsync(context, account, cancellationToken))
        {
            return CustomersErrors.Removed;
        }

        Fill(account, request);
        if (request.IsDefault && !account.IsDefault)
        {
            if (account.ClosedAtUtc is not null)
            {
                return CustomersErrors.AccountCannotClose;
            }

            var others = await context.Set<BillingAccount>().Where(a => a.CustomerId == account.CustomerId && a.IsDefault).ToListAsync(cancellationToken);
            others.ForEach(other => other.IsDefault = false);
            account.IsDefault = true;
        }

        return await context.TrySaveAsync(null, cancellationToken);
    }

    public async Task<Result> CloseAsync(Guid accountId, CancellationToken cancellationToken)
    {
        if (actor.Deny(CustomersPermissions.CustomersWrite) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var account = await context.Set<BillingAccount>().SingleOrDefaultAsync(a => a.Id == accountId, cancellationToken);
        if (account is null || account.IsDefault || account.ClosedAtUtc is not null)
        {
            return account is null ? CustomersErrors.AccountNotFound : CustomersErrors.AccountCannotClose;
        }

        if (await IsGoneAsync(context, account, cancellationToken))
        {
            return CustomersErrors.Removed;
        }

        account.ClosedAtUtc = clock.UtcNow();
        return await context.TrySaveAsync(null, cancellationToken);
    }

    private static Task<bool> IsGoneAsync(PortalDbContext context, BillingAccount account, CancellationToken cancellationToken) =>
        context.Set<Customer>().AnyAsync(c => c.Id == account.CustomerId && c.RemovedAtUtc != null, cancellationToken);

    internal static BillingAccount NewAccount(Guid customerId, string number, string name, bool isDefault, TimeProvider clock) => new()
    {
        Id = Ids.New(clock),
        Number = number,
        CustomerId = customerId,
        Name = name,
        IsDefault = isDefault,
        SearchKey = KeyOf(name),
        CreatedAtUtc = clock.UtcNow(),
    };

    /// <summary>What an account is found by, as long as its column at most.</summary>
    internal static string KeyOf(string name) => SearchKey.Cut(SearchKey.Of(name), LongestKey);

    private static void Fill(BillingAccount account, SaveBillingAccountRequest request)
    {
        account.Name = request.Name.Trim();
        account.SearchKey = KeyOf(account.Name);
        account.Address = CustomerText.OrNull(request.Address);
        account.PaysBy = request.PaysBy;
        account.PaymentNotes = CustomerText.OrNull(request.PaymentNotes);
    }

    private static Error? Refuse(SaveBillingAccountRequest request)
    {
        var wrong = new List<FieldError>(PlainText.Judge(request));
        if (string.IsNullOrWhiteSpace(request.Name))
        {
            wrong.Add(new FieldError("name", "common.required"));
        }

        foreach (var (field, text, most) in new[] { ("name", request.Name, 200), ("address", request.Address, 500), ("paymentNotes", request.PaymentNotes, 500) })
        {
            if (text?.Length > most)
            {
                wrong.Add(new FieldError(field, "common.too_long", most));
            }
        }

        if (!Enum.IsDefined(request.PaysBy))
        {
            wrong.Add(new FieldError("paysBy", "common.not_allowed"));
        }

        return wrong.Count == 0 ? null : CommonErrors.Invalid(wrong);
    }
}
