using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Tax;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Invoices;

internal sealed class BillingTermsDesk(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor) : IBillingTerms
{
    public async Task<Result<BillingTermsDetails>> GetAsync(Guid billingAccountId, CancellationToken cancellationToken)
    {
        if (actor.Deny(TaxPermissions.TaxRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var account = await context.Set<BillingAccount>().AsNoTracking().Where(a => a.Id == billingAccountId)
            .Select(a => new { a.Number, a.Name, HasNumber = a.Customer!.TaxId != null && a.Customer.Kind != CustomerKind.Residential }).SingleOrDefaultAsync(cancellationToken);
        if (account is null)
        {
            return CustomersErrors.AccountNotFound;
        }

        var terms = await context.Set<BillingTerms>().AsNoTracking().SingleOrDefaultAsync(t => t.BillingAccountId == billingAccountId, cancellationToken);
        return new BillingTermsDetails(
            billingAccountId,
            account.Number,
            account.Name,
            terms?.Tax ?? CustomerTax.Normal,
            terms?.WithholdingBasisPoints ?? 0,
            terms?.FixedDay,
            IdentityMask.Of(terms?.Npwp),
            IdentityMask.Of(terms?.Nik),
            terms?.Idtku,
            account.HasNumber,
            terms?.Version ?? 0);
    }

    public async Task<Result> SaveAsync(Guid billingAccountId, long version, SaveBillingTermsRequest request, CancellationToken cancellationToken)
    {
        if ((actor.Deny(TaxPermissions.TaxWrite) ?? (await new SaveBillingTermsValidator().ValidateAsync(request, cancellationToken)).ErrorOrNull()) is { } refused)
        {
            return refused;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await context.Set<BillingAccount>().AnyAsync(a => a.Id == billingAccountId, cancellationToken))
        {
            return CustomersErrors.AccountNotFound;
        }

        var terms = await context.Set<BillingTerms>().SingleOrDefaultAsync(t => t.BillingAccountId == billingAccountId, cancellationToken);
        if ((terms?.Version ?? 0) != version)
        {
            return CommonErrors.VersionConflict;
        }

        if (terms is null)
        {
            terms = new BillingTerms { BillingAccountId = billingAccountId };
            context.Add(terms);
        }

        terms.Tax = request.Tax;
        terms.WithholdingBasisPoints = request.WithholdingBasisPoints;
        terms.FixedDay = request.FixedDay;
        terms.Npwp = Kept(request.Npwp, terms.Npwp);
        terms.Nik = Kept(request.Nik, terms.Nik);
        terms.Idtku = string.IsNullOrEmpty(request.Idtku) ? null : request.Idtku;
        return await context.TrySaveAsync(CommonErrors.VersionConflict, cancellationToken);
    }

    private static string? Kept(string? wanted, string? held) => wanted is null ? held : wanted.Length == 0 ? null : wanted;
}
