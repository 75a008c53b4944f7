using Bunit;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.Documents;
using IspPortal.Core.Settings;
using IspPortal.Tests.Customers.Documents;
using IspPortal.Web.Features.Documents.Parts;
using Microsoft.AspNetCore.Components.Forms;
using Moq;

namespace IspPortal.Tests.Pages;

public sealed class DocumentsCardTests : PageScene
{
    private static readonly Guid Budi = Guid.Parse("019a0000-0000-7000-8000-000000000001");

    private readonly Mock<ICustomerDocumentDirectory> _directory;
    private readonly Mock<ICustomerDocumentDesk> _desk;

    public DocumentsCardTests()
    {
        Allow(DocumentPermissions.DocumentsRead, DocumentPermissions.DocumentsView, DocumentPermissions.DocumentsWrite, DocumentPermissions.DocumentsVerify, CustomersPermissions.CustomersIdentity);
        _directory = Stub<ICustomerDocumentDirectory>();
        _desk = Stub<ICustomerDocumentDesk>();
        _directory.Setup(d => d.ListAsync(It.IsAny<DocumentFilter>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((Result<Page<DocumentRow>>)new Page<DocumentRow>([], 1, 100, 0));
        Stub<ISettingsReader<DocumentSettings>>().Setup(s => s.GetAsync(It.IsAny<CancellationToken>())).ReturnsAsync(new DocumentSettings { MaxMegabytes = 1 });
        Hold(Row(DocumentKind.IdentityCard, DocumentFormat.Jpeg, "<b>ktp</b>.jpg"), Row(DocumentKind.Contract, DocumentFormat.Pdf, "kontrak.pdf", DocumentState.Rejected, "no signature", new DateOnly(2026, 11, 1), DocumentExpiry.Expired));
    }

    [Fact]
    public void Documents_are_told_with_their_state_and_without_a_picture_that_nobody_asked_for()
    {
        var card = OpenCard();

        var items = card.FindAll("[data-document]");
        Assert.Equal(2, items.Count);
        Assert.Contains("Identity card (KTP)", items[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("<b>ktp</b>.jpg", items[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("To be checked", items[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Rejected: no signature", items[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("Expired", items[1].TextContent, StringComparison.Ordinal);
        Assert.Empty(card.FindAll("img"));
        Assert.Single(card.FindAll("button.document-tile"));

        card.Find("button.document-tile").Click();

        Assert.Equal($"api/v1/documents/{items[0].QuerySelector("a.icon-button")!.GetAttribute("href")!.Split('/')[3]}/content", card.Find("img").GetAttribute("src"));
        Assert.NotNull(card.Find("button.document-tile").GetAttribute("data-large"));
        card.Find("button.document-tile").Click();
        Assert.Null(card.Find("button.document-tile").GetAttribute("data-large"));
        Assert.Single(card.FindAll("img"));
    }

    [Fact]
    public void Who_may_only_read_finds_nothing_to_press()
    {
        Allow(DocumentPermissions.DocumentsRead);
        var card = OpenCard();

        Assert.Equal(2, card.FindAll("[data-document]").Count);
        Assert.Empty(card.FindAll("button, a.icon-button"));
    }

    [Fact]
    public void Identity_papers_stay_closed_to_those_who_may_open_others()
    {
        Allow(DocumentPermissions.DocumentsRead, DocumentPermissions.DocumentsView);
        Hold(Row(DocumentKind.IdentityCard, DocumentFormat.Jpeg, "a.jpg"), Row(DocumentKind.HousePhoto, DocumentFormat.Jpeg, "b.jpg"));
        var card = OpenCard();

        Assert.Empty(card.FindAll("[data-document=IdentityCard] button.document-tile"));
        Assert.Single(card.FindAll("[data-document=HousePhoto] button.document-tile"));
    }

    [Fact]
    public void A_file_that_is_too_large_is_refused_before_it_is_sent()
    {
        var card = OpenCard();
        card.Find("[data-add-document]").Click();

        card.FindComponents<InputFile>()[1].UploadFiles(InputFileContent.CreateFromBinary(new byte[(1024 * 1024) + 1], "besar.pdf", contentType: "application/pdf"));

        card.WaitForAssertion(() => Assert.Equal("The file is larger than 1 MB.", card.Find("#document-file-error").TextContent));
        _desk.Verify(d => d.AddAsync(It.IsAny<Guid>(), It.IsAny<AddDocumentRequest>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    [Fact]
    public void What_the_service_refuses_stands_at_the_field_and_the_next_try_has_the_same_id()
    {
        var sent = new List<(Guid Id, AddDocumentRequest Request)>();
        _desk.Setup(d => d.AddAsync(It.IsAny<Guid>(), It.IsAny<AddDocumentRequest>(), It.IsAny<CancellationToken>()))
            .Callback((Guid id, AddDocumentRequest request, CancellationToken _) => sent.Add((id, request)))
            .ReturnsAsync(() => sent.Count == 1 ? DocumentErrors.UnknownFormat : sent[0].Id);
        var card = OpenCard();
        card.Find("[data-add-document]").Click();
        card.Find("#document-kind").Change("Contract");
        card.Find("#document-expires").Input("2027-05-01");
        card.FindComponents<InputFile>()[1].UploadFiles(InputFileContent.CreateFromBinary(SampleFiles.Pdf(), "kontrak.pdf", contentType: "application/pdf"));
        card.WaitForAssertion(() => Assert.Contains("kontrak.pdf", card.Find("[data-file-ready]").TextContent, StringComparison.Ordinal));

        card.Find(".document-form").Submit();
        Assert.Equal("This is neither JPG nor PNG nor PDF.", card.Find("#document-file-error").TextContent);
        card.Find(".document-form").Submit();

        Assert.Equal(2, sent.Count);
        Assert.Equal(sent[0].Id, sent[1].Id);
        Assert.Equal((Budi, DocumentKind.Contract, new DateOnly(2027, 5, 1)), (sent[0].Request.CustomerId, sent[0].Request.Kind, sent[0].Request.ExpiresOn));
        Assert.True(sent[0].Request.Content.Span.SequenceEqual(SampleFiles.Pdf()));
        Assert.Empty(card.FindAll(".document-form"));
    }

    [Fact]
    public void The_camera_of_a_phone_is_asked_for_a_picture()
    {
        var card = OpenCard();
        card.Find("[data-add-document]").Click();

        var camera = card.Find("#document-camera");

        Assert.Equal(("environment", "image/jpeg,image/png"), (camera.GetAttribute("capture"), camera.GetAttribute("accept")));
    }

    [Fact]
    public void Verifying_gives_the_version_that_was_looked_at()
    {
        var row = Row(DocumentKind.IdentityCard, DocumentFormat.Jpeg, "a.jpg");
        Hold(row);
        _desk.Setup(d => d.VerifyAsync(row.Id, 7, It.IsAny<CancellationToken>())).ReturnsAsync(Core.Common.CommonErrors.VersionConflict);
        var card = OpenCard();

        card.Find("[data-verify]").Click();

        Assert.Contains("common.version_conflict", card.Find(".error-panel").TextContent, StringComparison.Ordinal);
        _desk.VerifyAll();
    }

    [Fact]
    public void Papers_of_a_former_owner_stand_apart_named_and_cannot_be_verified()
    {
        Hold(new DocumentFilter(Budi, FormerOwners: true), Row(DocumentKind.IdentityCard, DocumentFormat.Jpeg, "old.jpg") with { FormerOwnerId = Guid.CreateVersion7(), FormerOwnerName = "Sari Dewi" });
        var card = OpenCard();

        Assert.Equal(2, card.FindAll(":not([data-former-owners]) > [data-document]").Count);
        var paper = Assert.Single(card.FindAll("[data-former-owners] > [data-document]"));
        Assert.Contains("of Sari Dewi, the owner before", paper.TextContent, StringComparison.Ordinal);
        Assert.Empty(paper.QuerySelectorAll("[data-verify], [data-reject]"));
        Assert.NotNull(paper.QuerySelector("[data-remove]"));
    }

    [Fact]
    public void What_was_removed_comes_back_while_its_file_is_there()
    {
        var at = new DateTime(2026, 11, 2, 0, 0, 0, DateTimeKind.Utc);
        var row = Row(DocumentKind.Contract, DocumentFormat.Pdf, "kontrak.pdf") with { RemovedAtUtc = at, RemovalReason = "wrong house" };
        Hold(new DocumentFilter(Budi, Removed: true, FormerOwners: null), row, Row(DocumentKind.Other, DocumentFormat.Pdf, "gone.pdf") with { RemovedAtUtc = at, FileErasedAtUtc = at });
        _desk.Setup(d => d.RestoreAsync(row.Id, It.IsAny<CancellationToken>())).ReturnsAsync(Result.Success);
        var card = OpenCard();

        var removed = card.Find("[data-removed-documents]");
        Assert.Contains("wrong house", removed.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("gone.pdf", removed.TextContent, StringComparison.Ordinal);
        card.Find("[data-restore]").Click();

        _desk.VerifyAll();
        Assert.Equal(2, _directory.Invocations.Count(call => call.Arguments[0] is DocumentFilter { Removed: true }));
    }

    [Fact]
    public void Who_may_not_write_sees_no_removed_ones()
    {
        Allow(DocumentPermissions.DocumentsRead);
        Hold(new DocumentFilter(Budi, Removed: true, FormerOwners: null), Row(DocumentKind.Contract, DocumentFormat.Pdf, "kontrak.pdf") with { RemovedAtUtc = new DateTime(2026, 11, 2, 0, 0, 0, DateTimeKind.Utc) });

        Assert.Empty(OpenCard().FindAll("[data-restore], [data-removed-documents]"));
    }

    private static DocumentRow Row(
        DocumentKind kind, DocumentFormat format, string name, DocumentState state = DocumentState.Pending, string? reason = null, DateOnly? expiresOn = null, DocumentExpiry expiry = DocumentExpiry.Endless) =>
        new(Guid.CreateVersion7(), Budi, "CUST-1", "Budi", kind, format, name, 2048, 1, null, null, null, expiresOn, expiry, state, reason, reason is null ? null : "Sari", null, "Agus", new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc), null, null, null, 7);

    private IRenderedComponent<DocumentsCard> OpenCard() => Open<DocumentsCard>(parameters => parameters.Add(c => c.CustomerId, Budi).Add(c => c.CustomerNumber, "CUST-1"));

    private void Hold(params DocumentRow[] rows) => Hold(new DocumentFilter(Budi), rows);

    private void Hold(DocumentFilter filter, params DocumentRow[] rows) => _directory
        .Setup(d => d.ListAsync(filter, It.IsAny<PageRequest>(), It.IsAny<CancellationToken>()))
        .ReturnsAsync((Result<Page<DocumentRow>>)new Page<DocumentRow>(rows, 1, 100, rows.Length));
}
