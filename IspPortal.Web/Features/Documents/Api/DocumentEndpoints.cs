using System.ComponentModel;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers.Documents;
using IspPortal.Web.Documents;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Documents.Api;

/// <summary>/api/v1/documents</summary>
internal static class DocumentEndpoints
{
    /// <summary>The largest file that a setting allows, and room for the form around it.</summary>
    private const long MostBodyBytes = (DocumentSettings.MostMegabytes + 1) * 1024L * 1024;

    private static readonly string[] Sorts = ["uploaded", "expires"];

    public static void MapDocuments(this IEndpointRouteBuilder api)
    {
        var documents = api.MapGroup("/documents").WithTags("Documents");

        documents.MapGet("/", ListAsync).WithName("listDocuments").Needs(DocumentPermissions.DocumentsRead)
            .WithSummary("List documents of customers")
            .WithDescription("Search finds customers. Sorts: uploaded, expires (those without a last day at the end).")
            .AnswersPage<DocumentRow>();

        documents.MapGet("/{id}", GetAsync).WithName("getDocument").Needs(DocumentPermissions.DocumentsRead)
            .WithSummary("One document, without its content")
            .Produces<DocumentRow>().Fails(StatusCodes.Status404NotFound);

        documents.MapGet("/{id}/content", ContentAsync).WithName("openDocument").Needs(DocumentPermissions.DocumentsView)
            .WithSummary("The file of a document")
            .WithDescription("Each look is in the audit. Identity papers need customers.identity too.")
            .Produces<byte[]>(contentType: "image/jpeg", additionalContentTypes: ["image/png", "application/pdf"]).Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);

        documents.MapPost("/", AddAsync).WithName("addDocument").Needs(DocumentPermissions.DocumentsWrite)
            .WithSummary("Add a document")
            .WithDescription("multipart/form-data. What the file is, its content decides, not its name; what is wrong with it is said at the field file.")
            .DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(MostBodyBytes))
            .Produces<DocumentRow>(StatusCodes.Status201Created)
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType, StatusCodes.Status422UnprocessableEntity);

        documents.MapPut("/{id}", ChangeAsync).WithName("changeDocument").Needs(DocumentPermissions.DocumentsWrite)
            .WithSummary("Change what a document is said to be")
            .WithDescription("Another kind or last day makes it pending again. Papers of former owners stay as they are.")
            .Produces<DocumentRow>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        documents.MapPost("/{id}/verify", VerifyAsync).WithName("verifyDocument").Needs(DocumentPermissions.DocumentsVerify)
            .WithSummary("Say that a document is good")
            .Produces<DocumentRow>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        documents.MapPost("/{id}/reject", RejectAsync).WithName("rejectDocument").Needs(DocumentPermissions.DocumentsVerify)
            .WithSummary("Say why a document is not good")
            .Produces<DocumentRow>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        documents.MapDelete("/{id}", RemoveAsync).WithName("removeDocument").Needs(DocumentPermissions.DocumentsWrite)
            .WithSummary("Remove a document")
            .WithDescription("It can be restored until its file goes for good.")
            .Produces(StatusCodes.Status204NoContent).Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        documents.MapPost("/{id}/restore", RestoreAsync).WithName("restoreDocument").Needs(DocumentPermissions.DocumentsWrite)
            .WithSummary("Bring a removed document back")
            .Produces<DocumentRow>().Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] ListParameters list,
        [FromQuery, Description("Only documents of this customer.")] Guid? customerId,
        [FromQuery, Description("Only documents of this kind.")] EnumWord<DocumentKind>? kind,
        [FromQuery, Description("Only documents that were judged so.")] EnumWord<DocumentState>? state,
        [FromQuery, Description("Only documents that stand so to their last day.")] EnumWord<DocumentExpiry>? expiry,
        [FromQuery, Description("True: only removed ones.")] bool? removed,
        [FromQuery, Description("True: only papers of former owners, which a name transfer left to them; else only those of present ones.")] bool? formerOwners,
        ICustomerDocumentDirectory directory,
        CancellationToken cancellationToken)
    {
        var page = list.Read(Sorts);
        var (wantedKind, wantedState, wantedExpiry) = (kind.Read("kind"), state.Read("state"), expiry.Read("expiry"));
        return !page.Succeeded ? ApiResults.Problem(page.Error)
            : !wantedKind.Succeeded ? ApiResults.Problem(wantedKind.Error)
            : !wantedState.Succeeded ? ApiResults.Problem(wantedState.Error)
            : !wantedExpiry.Succeeded ? ApiResults.Problem(wantedExpiry.Error)
            : ApiResults.Page(
                await directory.ListAsync(new DocumentFilter(customerId, wantedKind.Value, wantedState.Value, wantedExpiry.Value, removed == true, formerOwners == true), page.Value, cancellationToken), static row => row);
    }

    private static async Task<IResult> GetAsync(Guid id, ICustomerDocumentDirectory directory, CancellationToken cancellationToken) =>
        ApiResults.Ok(await directory.GetAsync(id, cancellationToken), static row => row);

    private static async Task<IResult> ContentAsync(
        Guid id,
        [FromQuery, Description("True: to be saved, not shown. PDFs are always saved.")] bool? download,
        HttpContext http,
        ICustomerDocumentDirectory directory,
        CancellationToken cancellationToken)
    {
        var opened = await directory.OpenAsync(id, cancellationToken);
        if (!opened.Succeeded)
        {
            return ApiResults.Problem(opened.Error);
        }

        PrivateContent.Guard(http.Response);
        PrivateContent.Offer(http.Response, opened.Value.FileName, inline: download != true && opened.Value.Format.IsPicture());
        return TypedResults.Bytes(opened.Value.Bytes, opened.Value.Format.MediaType());
    }

    private static async Task<IResult> AddAsync([FromForm] DocumentForm form, ICustomerDocumentDesk desk, ICustomerDocumentDirectory directory, TimeProvider clock, CancellationToken cancellationToken)
    {
        var kind = form.KindWord.Read("kind");
        var missing = new List<FieldError>();
        if (form.CustomerId is null)
        {
            missing.Add(new FieldError("customerId", "common.required"));
        }

        if (kind is { Succeeded: true, Value: null })
        {
            missing.Add(new FieldError("kind", "common.required"));
        }

        if (!kind.Succeeded || missing.Count > 0)
        {
            return ApiResults.Problem(kind.Error is null ? CommonErrors.Invalid(missing) : kind.Error);
        }

        var request = new AddDocumentRequest(form.CustomerId!.Value, kind.Value!.Value, form.File?.FileName, await ReadAsync(form.File, cancellationToken), form.ExpiresOn, form.Description);
        var added = await desk.AddAsync(form.Id ?? Ids.New(clock), request, cancellationToken);
        if (!added.Succeeded)
        {
            return ApiResults.Problem(added.Error);
        }

        var row = await directory.GetAsync(added.Value, cancellationToken);
        return row.Succeeded ? TypedResults.Created($"/api/v1/documents/{added.Value}", row.Value) : ApiResults.Problem(row.Error);
    }

    private static async Task<IResult> ChangeAsync(Guid id, ChangeDocumentBody body, ICustomerDocumentDesk desk, ICustomerDocumentDirectory directory, CancellationToken cancellationToken)
    {
        if (body.Version is not { } version || body.Kind is not { } kind)
        {
            return ApiResults.Problem(ApiErrors.Field(body.Version is null ? "version" : "kind", "common.required"));
        }

        return await AnswerAsync(id, await desk.ChangeAsync(id, version, new ChangeDocumentRequest(kind, body.ExpiresOn, body.Description), cancellationToken), directory, cancellationToken);
    }

    private static async Task<IResult> VerifyAsync(Guid id, JudgeDocumentBody body, ICustomerDocumentDesk desk, ICustomerDocumentDirectory directory, CancellationToken cancellationToken) =>
        body.Version is { } version
            ? await AnswerAsync(id, await desk.VerifyAsync(id, version, cancellationToken), directory, cancellationToken)
            : ApiResults.Problem(ApiErrors.Field("version", "common.required"));

    private static async Task<IResult> RejectAsync(Guid id, JudgeDocumentBody body, ICustomerDocumentDesk desk, ICustomerDocumentDirectory directory, CancellationToken cancellationToken) =>
        body.Version is { } version
            ? await AnswerAsync(id, await desk.RejectAsync(id, version, body.Reason ?? "", cancellationToken), directory, cancellationToken)
            : ApiResults.Problem(ApiErrors.Field("version", "common.required"));

    private static async Task<IResult> RemoveAsync(Guid id, [FromQuery, Description("Why, up to 500 characters; required.")] string? reason, ICustomerDocumentDesk desk, CancellationToken cancellationToken) =>
        ApiResults.NoContent(await desk.RemoveAsync(id, reason ?? "", cancellationToken));

    private static async Task<IResult> RestoreAsync(Guid id, ICustomerDocumentDesk desk, ICustomerDocumentDirectory directory, CancellationToken cancellationToken) =>
        await AnswerAsync(id, await desk.RestoreAsync(id, cancellationToken), directory, cancellationToken);

    private static async Task<IResult> AnswerAsync(Guid id, Result done, ICustomerDocumentDirectory directory, CancellationToken cancellationToken) =>
        done.Succeeded ? await GetAsync(id, directory, cancellationToken) : ApiResults.Problem(done.Error);

    private static async Task<byte[]> ReadAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        if (file is not null)
        {
            await file.CopyToAsync(content, cancellationToken);
        }

        return content.ToArray();
    }
}
