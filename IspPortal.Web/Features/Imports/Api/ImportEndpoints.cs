using System.ComponentModel;
using System.Text;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Imports;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Imports.Api;

/// <summary>/api/v1/imports</summary>
internal static class ImportEndpoints
{
    private const int MostNumbers = 5000;

    public static void MapImports(this IEndpointRouteBuilder api)
    {
        var imports = api.MapGroup("/imports").WithTags("Imports");

        imports.MapGet("/", ListAsync).WithName("listImports").Needs(NetworkPermissions.RoutersRead)
            .WithSummary("List imports, the newest first")
            .WithDescription("Search looks at the router's name and who began it.")
            .AnswersPage<ImportRow>();

        imports.MapGet("/{id}", GetAsync).WithName("getImport").Needs(NetworkPermissions.RoutersRead)
            .WithSummary("Read one import with its sums")
            .Produces<ImportDetails>().Fails(StatusCodes.Status404NotFound);

        imports.MapGet("/{id}/drafts", ListDraftsAsync).WithName("listImportDrafts").Needs(NetworkPermissions.RoutersRead)
            .WithSummary("List what was found on the router")
            .WithDescription("Search looks at name, comment and customer. Sorts: name, profile. Passwords are never given.")
            .AnswersPage<ImportDraftRow>().Fails(StatusCodes.Status404NotFound);

        imports.MapPost("/", BeginAsync).WithName("beginImport").Needs(NetworkPermissions.AccessesWrite).NeedsIdempotencyKey()
            .WithSummary("Read a router and match what it holds with customers")
            .WithDescription("Takes nothing over and writes nothing to the router. What has a customer is chosen. 502 or 504 when the router cannot be read.")
            .Produces<ImportDetails>(StatusCodes.Status201Created)
            .Fails(StatusCodes.Status404NotFound, StatusCodes.Status502BadGateway, StatusCodes.Status504GatewayTimeout);

        imports.MapPost("/{id}/choose", ChooseAsync).WithName("chooseImportDrafts").Needs(NetworkPermissions.AccessesWrite)
            .WithSummary("Choose or leave out drafts")
            .Produces<ChangedResource>()
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        imports.MapPost("/{id}/take", TakeAsync).WithName("takeImport").Needs(NetworkPermissions.AccessesWrite).NeedsIdempotencyKey()
            .WithSummary("Make the chosen lines the portal's")
            .WithDescription("The router is put into observe mode first; nothing is written to it. version is required.")
            .Produces<ImportDetails>().Fails(StatusCodes.Status404NotFound);

        imports.MapPost("/{id}/discard", DiscardAsync).WithName("discardImport").Needs(NetworkPermissions.AccessesWrite)
            .WithSummary("Throw an import away that was not taken")
            .Produces(StatusCodes.Status204NoContent).Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> ListAsync([AsParameters] ListParameters list, IImports imports, CancellationToken cancellationToken)
    {
        var page = list.Read();
        return page.Succeeded ? ApiResults.Page(await imports.ListAsync(page.Value, cancellationToken), static row => row) : ApiResults.Problem(page.Error);
    }

    private static async Task<IResult> GetAsync(Guid id, IImports imports, CancellationToken cancellationToken) =>
        ApiResults.Ok(await imports.GetAsync(id, cancellationToken), static details => details);

    private static async Task<IResult> ListDraftsAsync(
        Guid id,
        [AsParameters] ListParameters list,
        [FromQuery, Description("Only drafts of this verdict.")] EnumWord<ImportVerdict>? verdict,
        [FromQuery, Description("Only drafts of this kind.")] EnumWord<FoundKind>? kind,
        IImports imports,
        CancellationToken cancellationToken)
    {
        var page = list.Read("name", "profile");
        var wantedVerdict = verdict.Read("verdict");
        var wantedKind = kind.Read("kind");
        return !page.Succeeded ? ApiResults.Problem(page.Error)
            : !wantedVerdict.Succeeded ? ApiResults.Problem(wantedVerdict.Error)
            : !wantedKind.Succeeded ? ApiResults.Problem(wantedKind.Error)
            : ApiResults.Page(await imports.ListDraftsAsync(id, new ImportDraftFilter(wantedVerdict.Value, wantedKind.Value), page.Value, cancellationToken), static row => row);
    }

    private static async Task<IResult> BeginAsync(BeginImportBody body, IImports imports, CancellationToken cancellationToken)
    {
        if (body.RouterId is not { } routerId)
        {
            return ApiResults.Problem(ApiErrors.Field("routerId", "common.required"));
        }

        var file = body.Customers is null ? null : new ImportFile(body.FileName ?? "customers.csv", Encoding.UTF8.GetBytes(body.Customers));
        var begun = await imports.BeginAsync(routerId, file, cancellationToken);
        if (!begun.Succeeded)
        {
            return ApiResults.Problem(begun.Error);
        }

        var details = await imports.GetAsync(begun.Value, cancellationToken);
        return details.Succeeded ? TypedResults.Created($"/api/v1/imports/{begun.Value}", details.Value) : ApiResults.Problem(details.Error);
    }

    private static async Task<IResult> ChooseAsync(Guid id, ChooseDraftsBody body, IImports imports, CancellationToken cancellationToken)
    {
        if (body.Chosen is not { } chosen)
        {
            return ApiResults.Problem(ApiErrors.Field("chosen", "common.required"));
        }

        return body.Numbers?.Count > MostNumbers
            ? ApiResults.Problem(ApiErrors.Field("numbers", "common.too_long", MostNumbers))
            : ApiResults.Ok(await imports.ChooseAsync(id, new ImportDraftFilter(body.Verdict, body.Kind, body.Numbers), chosen, cancellationToken), static changed => new ChangedResource(changed));
    }

    private static async Task<IResult> TakeAsync(Guid id, TakeImportBody body, IImports imports, CancellationToken cancellationToken)
    {
        if (body.Version is not { } version)
        {
            return ApiResults.Problem(ApiErrors.Field("version", "common.required"));
        }

        var taken = await imports.TakeAsync(id, version, cancellationToken);
        return taken.Succeeded ? await GetAsync(id, imports, cancellationToken) : ApiResults.Problem(taken.Error);
    }

    private static async Task<IResult> DiscardAsync(Guid id, IImports imports, CancellationToken cancellationToken) =>
        ApiResults.NoContent(await imports.DiscardAsync(id, cancellationToken));
}
