using System.ComponentModel;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Billing.Opening;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>/api/v1/opening-imports</summary>
internal static class OpeningEndpoints
{
    /// <summary>The largest file, and room for the form around it.</summary>
    private const long MostBodyBytes = OpeningFile.MaxBytes + (1024 * 1024);

    private static readonly string[] NoSorts = [];

    public static void MapOpeningImports(this IEndpointRouteBuilder api)
    {
        var imports = api.MapGroup("/opening-imports").WithTags("Opening balances");

        imports.MapGet("/", ListAsync).WithName("listOpeningImports").Needs(LedgerPermissions.LedgerRead)
            .WithSummary("List imports of opening balances, the newest first")
            .WithDescription("Search looks at the file's name and who uploaded it.")
            .AnswersPage<OpeningImportResource>();

        imports.MapPost("/", UploadAsync).WithName("uploadOpeningImport").Needs(OpeningPermissions.OpeningBook)
            .WithSummary("Upload opening balances: a dry run")
            .WithDescription("multipart/form-data with a CSV or XLSX in the field file. Every row is judged and nothing is posted.")
            .DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(MostBodyBytes))
            .Produces<WholeOpeningResource>(StatusCodes.Status201Created)
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status409Conflict, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType, StatusCodes.Status422UnprocessableEntity);

        imports.MapGet("/{id}", GetAsync).WithName("getOpeningImport").Needs(LedgerPermissions.LedgerRead)
            .WithSummary("Read what an import comes to, by kind and by account of the ledger")
            .Produces<WholeOpeningResource>().Fails(StatusCodes.Status404NotFound);

        imports.MapGet("/{id}/rows", ListRowsAsync).WithName("listOpeningImportRows").Needs(LedgerPermissions.LedgerRead)
            .WithSummary("List the rows as they were judged, in the file's order")
            .WithDescription("Search finds customers' codes, accounts, lines and old numbers.")
            .AnswersPage<OpeningItemResource>().Fails(StatusCodes.Status404NotFound);

        imports.MapPost("/{id}/check", CheckAsync).WithName("checkOpeningImport").Needs(OpeningPermissions.OpeningBook).NeedsIdempotencyKey()
            .WithSummary("Judge the rows anew")
            .WithDescription("version is required.")
            .Produces<WholeOpeningResource>().Fails(StatusCodes.Status404NotFound);

        imports.MapPost("/{id}/book", BookAsync).WithName("bookOpeningImport").Needs(OpeningPermissions.OpeningBook).NeedsIdempotencyKey()
            .WithSummary("Book what the dry run showed, all of it or nothing")
            .WithDescription("version is required. Rows with problems are left out.")
            .Produces<WholeOpeningResource>().Fails(StatusCodes.Status404NotFound);

        imports.MapPost("/{id}/undo", UndoAsync).WithName("undoOpeningImport").Needs(OpeningPermissions.OpeningBook).NeedsIdempotencyKey()
            .WithSummary("Take a booked import back as a whole")
            .WithDescription("version and reason are required. Refused once anything else was posted for one of its accounts.")
            .Produces<WholeOpeningResource>().Fails(StatusCodes.Status404NotFound);

        imports.MapDelete("/{id}", DiscardAsync).WithName("discardOpeningImport").Needs(OpeningPermissions.OpeningBook)
            .WithSummary("Throw away an import that was not booked")
            .Produces(StatusCodes.Status204NoContent).Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> ListAsync([AsParameters] ListParameters list, IOpeningDirectory imports, CancellationToken cancellationToken)
    {
        var page = list.Read(NoSorts);
        return page.Succeeded ? ApiResults.Page(await imports.ListAsync(page.Value, cancellationToken), OpeningImportResource.Of) : ApiResults.Problem(page.Error);
    }

    private static async Task<IResult> UploadAsync([FromForm] OpeningForm form, IOpeningDesk desk, IOpeningDirectory imports, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (form.CutoverOn is not { } cutoverOn)
        {
            return ApiResults.Problem(ApiErrors.Field("cutoverOn", "common.required"));
        }

        using var content = new MemoryStream();
        if (form.File is { } file)
        {
            await file.CopyToAsync(content, cancellationToken);
        }

        var uploaded = await desk.UploadAsync(form.Id ?? Ids.New(clock), new OpeningFile(form.File?.FileName ?? "", content.ToArray()), cutoverOn, cancellationToken);
        if (!uploaded.Succeeded)
        {
            return ApiResults.Problem(uploaded.Error);
        }

        var details = await imports.GetAsync(uploaded.Value, cancellationToken);
        return details.Succeeded ? TypedResults.Created($"/api/v1/opening-imports/{uploaded.Value}", WholeOpeningResource.Of(details.Value)) : ApiResults.Problem(details.Error);
    }

    private static async Task<IResult> GetAsync(Guid id, IOpeningDirectory imports, CancellationToken cancellationToken) => ApiResults.Ok(await imports.GetAsync(id, cancellationToken), WholeOpeningResource.Of);

    private static async Task<IResult> ListRowsAsync(
        Guid id,
        [AsParameters] ListParameters list,
        [FromQuery, Description("Only rows that were judged so.")] EnumWord<OpeningVerdict>? verdict,
        [FromQuery, Description("Only rows of this kind.")] EnumWord<OpeningKind>? kind,
        IOpeningDirectory imports,
        CancellationToken cancellationToken)
    {
        var page = list.Read(NoSorts);
        var (wantedVerdict, wantedKind) = (verdict.Read("verdict"), kind.Read("kind"));
        return !page.Succeeded ? ApiResults.Problem(page.Error)
            : !wantedVerdict.Succeeded ? ApiResults.Problem(wantedVerdict.Error)
            : !wantedKind.Succeeded ? ApiResults.Problem(wantedKind.Error)
            : ApiResults.Page(await imports.ItemsAsync(id, new OpeningItemFilter(wantedVerdict.Value, wantedKind.Value), page.Value, cancellationToken), OpeningItemResource.Of);
    }

    private static async Task<IResult> CheckAsync(Guid id, OpeningVersionBody body, IOpeningDesk desk, IOpeningDirectory imports, CancellationToken cancellationToken) => body.Version is { } version
        ? await AnswerAsync(id, await desk.CheckAsync(id, version, cancellationToken), imports, cancellationToken)
        : ApiResults.Problem(ApiErrors.Field("version", "common.required"));

    private static async Task<IResult> BookAsync(Guid id, OpeningVersionBody body, IOpeningDesk desk, IOpeningDirectory imports, CancellationToken cancellationToken) => body.Version is { } version
        ? await AnswerAsync(id, await desk.BookAsync(id, version, cancellationToken), imports, cancellationToken)
        : ApiResults.Problem(ApiErrors.Field("version", "common.required"));

    private static async Task<IResult> UndoAsync(Guid id, ReasonBody body, IOpeningDesk desk, IOpeningDirectory imports, CancellationToken cancellationToken) => body.Version is { } version
        ? await AnswerAsync(id, await desk.UndoAsync(id, version, body.Reason ?? "", cancellationToken), imports, cancellationToken)
        : ApiResults.Problem(ApiErrors.Field("version", "common.required"));

    private static async Task<IResult> DiscardAsync(Guid id, IOpeningDesk desk, CancellationToken cancellationToken) => ApiResults.NoContent(await desk.DiscardAsync(id, cancellationToken));

    private static async Task<IResult> AnswerAsync(Guid id, Result done, IOpeningDirectory imports, CancellationToken cancellationToken) =>
        done.Succeeded ? await GetAsync(id, imports, cancellationToken) : ApiResults.Problem(done.Error);
}
