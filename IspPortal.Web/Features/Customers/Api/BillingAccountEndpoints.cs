using System.ComponentModel;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Customers.Api;

/// <summary>/api/v1/billing-accounts</summary>
internal static class BillingAccountEndpoints
{
    private static readonly string[] Sorts = ["number"];

    public static void MapBillingAccounts(this IEndpointRouteBuilder api)
    {
        var accounts = api.MapGroup("/billing-accounts").WithTags("Billing accounts");

        accounts.MapGet("/", ListAsync).WithName("listBillingAccounts").Needs(CustomersPermissions.CustomersRead)
            .WithSummary("List billing accounts by number")
            .WithDescription("Search finds the beginning of number or name. Sorts: number.")
            .AnswersPage<BillingAccountRow>();

        accounts.MapGet("/{id}", GetAsync).WithName("getBillingAccount").Needs(CustomersPermissions.CustomersRead)
            .WithSummary("One billing account")
            .Produces<BillingAccountRow>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);

        accounts.MapPost("/", AddAsync).WithName("addBillingAccount").Needs(CustomersPermissions.CustomersWrite)
            .WithSummary("Add an account to a customer")
            .Produces<BillingAccountRow>(StatusCodes.Status201Created)
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        accounts.MapPut("/{id}", UpdateAsync).WithName("updateBillingAccount").Needs(CustomersPermissions.CustomersWrite)
            .WithSummary("Change an account")
            .Produces<BillingAccountRow>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        accounts.MapPost("/{id}/close", CloseAsync).WithName("closeBillingAccount").Needs(CustomersPermissions.CustomersWrite)
            .WithSummary("Close an account that is not the default one")
            .Produces<BillingAccountRow>().Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] ListParameters list, [FromQuery, Description("Only accounts of this customer.")] Guid? customerId, IBillingAccounts accounts, CancellationToken cancellationToken)
    {
        var page = list.Read(Sorts);
        return page.Succeeded ? ApiResults.Page(await accounts.ListAsync(customerId, page.Value, cancellationToken), static row => row) : ApiResults.Problem(page.Error);
    }

    private static async Task<IResult> GetAsync(Guid id, IBillingAccounts accounts, CancellationToken cancellationToken) =>
        ApiResults.Ok(await accounts.GetAsync(id, cancellationToken), static account => account);

    private static async Task<IResult> AddAsync(SaveBillingAccountBody body, IBillingAccounts accounts, CancellationToken cancellationToken)
    {
        if (body.CustomerId is not { } customerId)
        {
            return ApiResults.Problem(ApiErrors.Field("customerId", "common.required"));
        }

        var added = await accounts.AddAsync(customerId, body.ToRequest(), cancellationToken);
        if (!added.Succeeded)
        {
            return ApiResults.Problem(added.Error);
        }

        var account = await accounts.GetAsync(added.Value, cancellationToken);
        return account.Succeeded ? TypedResults.Created($"/api/v1/billing-accounts/{added.Value}", account.Value) : ApiResults.Problem(account.Error);
    }

    private static async Task<IResult> UpdateAsync(Guid id, SaveBillingAccountBody body, IBillingAccounts accounts, CancellationToken cancellationToken)
    {
        if (body.Version is not { } version)
        {
            return ApiResults.Problem(ApiErrors.Field("version", "common.required"));
        }

        var saved = await accounts.UpdateAsync(id, version, body.ToRequest(), cancellationToken);
        return saved.Succeeded ? await GetAsync(id, accounts, cancellationToken) : ApiResults.Problem(saved.Error);
    }

    private static async Task<IResult> CloseAsync(Guid id, IBillingAccounts accounts, CancellationToken cancellationToken)
    {
        var closed = await accounts.CloseAsync(id, cancellationToken);
        return closed.Succeeded ? await GetAsync(id, accounts, cancellationToken) : ApiResults.Problem(closed.Error);
    }
}
