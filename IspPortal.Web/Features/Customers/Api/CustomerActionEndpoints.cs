using System.ComponentModel;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Timeline;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.Privacy;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Customers.Api;

/// <summary>/api/v1/customers/{id}/…: what is done with a customer as a whole.</summary>
internal static class CustomerActionEndpoints
{
    private const int DefaultEntries = 50;

    public static void MapCustomerActions(this IEndpointRouteBuilder api)
    {
        var customer = api.MapGroup("/customers/{id}").WithTags("Customers");

        customer.MapGet("/timeline", TimelineAsync).WithName("readCustomerTimeline").Needs(CustomersPermissions.CustomersRead)
            .WithSummary("Read what happened to a customer, newest first")
            .WithDescription("Give next as after to go on. kinds: words with commas between.")
            .Produces<TimelineResource>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity);

        customer.MapPost("/identity", RevealAsync).WithName("revealCustomerIdentity").Needs(CustomersPermissions.CustomersIdentity)
            .WithSummary("Show identity and tax number in full")
            .WithDescription("Each look is in the audit.")
            .Produces<PersonNumbers>().Fails(StatusCodes.Status404NotFound);

        customer.MapGet("/merge", PreviewMergeAsync).WithName("previewCustomerMerge").Needs(CustomersPermissions.CustomersMerge)
            .WithSummary("Say what merging this customer into another one would move")
            .Produces<MergePreview>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);

        customer.MapPost("/merge", MergeAsync).WithName("mergeCustomer").Needs(CustomersPermissions.CustomersMerge)
            .WithSummary("Merge this customer into another one")
            .WithDescription("Answers the customer that stays. It cannot be undone.")
            .Produces<CustomerDetails>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        customer.MapPost("/transfer", TransferAsync).WithName("transferCustomer").Needs(CustomersPermissions.CustomersMerge)
            .WithSummary("Hand the customer to a new legal person")
            .WithDescription("Number, lines, accounts, address and history stay; the old person is kept as a former owner, with papers and notes.")
            .Produces<CustomerDetails>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        customer.MapGet("/export", ExportAsync).WithName("exportPerson").Needs(CustomersPermissions.CustomersErase)
            .WithSummary("Everything that is held about the person, as a JSON file")
            .WithDescription("Identity and tax number in full; in the audit.")
            .Produces<byte[]>(contentType: "application/json").Fails(StatusCodes.Status404NotFound);

        customer.MapGet("/former-owners/{ownerId}/export", ExportFormerOwnerAsync).WithName("exportFormerOwner").Needs(CustomersPermissions.CustomersErase)
            .WithSummary("Everything that is held about a former owner, as a JSON file")
            .WithDescription("Who the customer was before a name transfer, with papers, notes and history of that time. Identity and tax number in full; in the audit.")
            .Produces<byte[]>(contentType: "application/json").Fails(StatusCodes.Status404NotFound);

        customer.MapPost("/former-owners/{ownerId}/erase", EraseFormerOwnerAsync).WithName("eraseFormerOwner").Needs(CustomersPermissions.CustomersErase)
            .WithSummary("Make a former owner nameless for good")
            .WithDescription("The customer stays, and the day of the name transfer. It cannot be undone.")
            .Produces(StatusCodes.Status204NoContent).Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        customer.MapPost("/erase", EraseAsync).WithName("erasePerson").Needs(CustomersPermissions.CustomersErase)
            .WithSummary("Make the person nameless for good")
            .WithDescription("Refused while lines run. It cannot be undone.")
            .Produces(StatusCodes.Status204NoContent).Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> TimelineAsync(
        Guid id,
        [FromQuery, Description("Where the answer before ended.")] string? after,
        [FromQuery, Description("Only entries of these kinds, e.g. lifecycle,note.")] string? kinds,
        [FromQuery, Description("At most so many entries, 1 to 100, default 50.")] int? take,
        ICustomerDirectory directory,
        ITimeline timeline,
        CancellationToken cancellationToken)
    {
        var found = await directory.GetAsync(id, cancellationToken);
        if (!found.Succeeded)
        {
            return ApiResults.Problem(found.Error);
        }

        var cursor = TimelineCursor.Parse(after);
        var wanted = kinds?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (take is < 1 or > 100 || (after is not null && cursor is null) || wanted?.Except(timeline.Kinds, StringComparer.Ordinal).Any() == true)
        {
            return ApiResults.Problem(take is < 1 or > 100 ? ApiErrors.Field("take", "common.out_of_range", 1, 100)
                : after is not null && cursor is null ? ApiErrors.Field("after", "common.not_allowed")
                : ApiErrors.UnknownValue("kinds", timeline.Kinds));
        }

        var page = await timeline.ReadAsync(new TimelineQuery(TimelineSubject.OfCustomer(id), take ?? DefaultEntries, cursor, wanted), cancellationToken);
        return TypedResults.Ok(new TimelineResource(page.Items, page.Next?.ToString()));
    }

    private static async Task<IResult> RevealAsync(Guid id, ICustomerIdentity identity, CancellationToken cancellationToken) =>
        ApiResults.Ok(await identity.RevealAsync(id, cancellationToken), static numbers => numbers);

    private static async Task<IResult> PreviewMergeAsync(Guid id, [FromQuery, Description("The customer that would stay.")] Guid intoId, ICustomerMerge merge, CancellationToken cancellationToken) =>
        ApiResults.Ok(await merge.PreviewAsync(id, intoId, cancellationToken), static preview => preview);

    private static async Task<IResult> MergeAsync(Guid id, MergeCustomerBody body, ICustomerMerge merge, ICustomerDirectory directory, CancellationToken cancellationToken)
    {
        if (body.IntoId is not { } survivor)
        {
            return ApiResults.Problem(ApiErrors.Field("intoId", "common.required"));
        }

        var merged = await merge.MergeAsync(id, survivor, body.Reason ?? "", cancellationToken);
        return merged.Succeeded ? ApiResults.Ok(await directory.GetAsync(survivor, cancellationToken), static customer => customer) : ApiResults.Problem(merged.Error);
    }

    private static async Task<IResult> TransferAsync(Guid id, TransferCustomerBody body, ICustomerTransfer transfer, ICustomerDirectory directory, CancellationToken cancellationToken)
    {
        if (body.Version is not { } version)
        {
            return ApiResults.Problem(ApiErrors.Field("version", "common.required"));
        }

        var transferred = await transfer.TransferAsync(id, version, body.ToRequest(), cancellationToken);
        return transferred.Succeeded ? ApiResults.Ok(await directory.GetAsync(id, cancellationToken), static customer => customer) : ApiResults.Problem(transferred.Error);
    }

    private static async Task<IResult> ExportAsync(Guid id, ICustomerPrivacy privacy, CancellationToken cancellationToken) =>
        FileOf(await privacy.ExportAsync(id, cancellationToken));

    private static async Task<IResult> EraseAsync(Guid id, CustomerReasonBody body, ICustomerPrivacy privacy, CancellationToken cancellationToken) =>
        ApiResults.NoContent(await privacy.EraseAsync(id, body.Reason ?? "", cancellationToken));

    private static async Task<IResult> ExportFormerOwnerAsync(Guid id, Guid ownerId, ICustomerPrivacy privacy, CancellationToken cancellationToken) =>
        FileOf(await privacy.ExportFormerOwnerAsync(id, ownerId, cancellationToken));

    private static async Task<IResult> EraseFormerOwnerAsync(Guid id, Guid ownerId, CustomerReasonBody body, ICustomerPrivacy privacy, CancellationToken cancellationToken) =>
        ApiResults.NoContent(await privacy.EraseFormerOwnerAsync(id, ownerId, body.Reason ?? "", cancellationToken));

    private static IResult FileOf(Result<PersonExport> export) =>
        export.Succeeded ? TypedResults.File(export.Value.Json.ToArray(), "application/json", export.Value.FileName) : ApiResults.Problem(export.Error);
}
