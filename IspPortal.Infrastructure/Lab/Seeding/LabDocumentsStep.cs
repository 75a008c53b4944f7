using System.Security.Cryptography;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.Documents;
using IspPortal.Infrastructure.Customers.Documents;
using IspPortal.Infrastructure.Lab.Sample;
using IspPortal.Infrastructure.Lab.Sample.Papers;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace IspPortal.Infrastructure.Lab.Seeding;

/// <summary>
/// Gives some of the sample ISP's customers papers, once, under fixed ids: identity cards and photos of houses that are drawn here, letters of companies. Most are verified, some wait,
/// some were rejected, some are over or soon will be. After LabCustomersStep.
/// </summary>
internal sealed class LabDocumentsStep(SampleIsp sample, PortalContextSource source, DocumentFiles files, TimeProvider clock) : IHostedService
{
    private const string By = "lab-documents";
    private const string Clerk = "Citra Dewi";
    private const string Checker = "Ayu Lestari";

    /// <summary>So many papers a customer has at the most: the ids are counted so.</summary>
    private const int MostOfOne = 4;

    private static readonly string[] Reasons = ["Foto buram, NIK tidak terbaca", "Nama berbeda dengan data pelanggan", "Bagian bawah kartu terpotong", "Bukan dokumen yang diminta"];

    /// <summary>The fixed id of a paper: of the customer that the line of this index began, counted from 0.</summary>
    public static Guid DocumentId(int line, int number) => Fixed(0x15, (line * MostOfOne) + number);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (sample.Routers.Count * sample.Profile.SubscribersPerRouter > LabRoutersStep.MostLines)
        {
            return;
        }

        await using var context = source.CreateForSystem(By);
        var customers = (await context.Set<Customer>().Where(c => c.RemovedAtUtc == null).Select(c => c.Id).ToListAsync(cancellationToken)).ToHashSet();
        var papers = Papers().Where(paper => customers.Contains(paper.CustomerId)).ToList();
        var first = papers.Count == 0 ? Guid.Empty : papers[0].Id;
        if (papers.Count == 0 || await context.Set<CustomerDocument>().AnyAsync(d => d.Id == first, cancellationToken))
        {
            return;
        }

        var now = clock.UtcNow();
        var documents = new CustomerDocument[papers.Count];
        await Parallel.ForAsync(0, papers.Count, cancellationToken, async (index, token) =>
        {
            var content = papers[index].Draw();
            documents[index] = DocumentOf(papers[index], content, now);
            await files.SaveSampleAsync(documents[index].StoredAs, content, token);
        });
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.InsertSampleRowsAsync(documents, cancellationToken);
        await context.InsertSampleRowsAsync(documents.SelectMany(HistoryOf).ToList(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static Guid Fixed(byte kind, int number) => new(0x01890000, 0, 0x7000, [0x80, 0, 0, kind, (byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number]);

    private IEnumerable<Paper> Papers()
    {
        foreach (var (position, group) in LabCustomers.Group(sample.Subscribers).Index())
        {
            var line = group[0];
            var city = sample.Routers[line.RouterIndex].Site.Regency;
            if (line.Company is { } company)
            {
                string[] about = [$"Perusahaan: {company}", $"Wakil: {line.FullName}", $"Alamat: {line.Street}, {line.Town}", $"Layanan: {line.Plan.Name}, {group.Count} titik", $"Mulai: {line.InstalledOn:yyyy-MM-dd}"];
                yield return Of(0, DocumentKind.Contract, DocumentFormat.Pdf, $"kontrak-{line.Index}.pdf", () => SamplePapers.Letter("Kontrak berlangganan", about));
                yield return Of(1, DocumentKind.CompanyRegistration, DocumentFormat.Pdf, $"nib-{line.Index}.pdf", () => SamplePapers.Letter("Nomor Induk Berusaha", about[..3]));
            }
            else if (position % 3 == 0)
            {
                yield return Of(0, DocumentKind.IdentityCard, DocumentFormat.Png, $"ktp-{line.Index}.png", () => SamplePapers.Card(line.FullName, LabCustomers.IdentityNumberOf(position), LabCustomers.BirthOf(position), city));
                if (position % 12 == 0)
                {
                    yield return Of(1, DocumentKind.HousePhoto, DocumentFormat.Png, $"rumah-{line.Index}.png", () => SamplePapers.House(line.Street, line.Index));
                }
            }

            Paper Of(int number, DocumentKind kind, DocumentFormat format, string fileName, Func<byte[]> draw) =>
                new(line.Index, number, position, LabCustomers.CustomerId(line.Index), kind, format, fileName, line.InstalledOn, draw);
        }
    }

    private static CustomerDocument DocumentOf(Paper paper, byte[] content, DateTime now)
    {
        var uploaded = paper.InstalledOn.ToDateTime(new TimeOnly(4, 0), DateTimeKind.Utc);
        var state = StateOf(paper);
        if (state == DocumentState.Pending || uploaded > now)
        {
            // What waits came in the last days.
            uploaded = now.AddHours(-3 - (paper.Position % 90));
        }

        return new CustomerDocument
        {
            Id = paper.Id,
            StoredAs = Fixed(0x16, (paper.Line * MostOfOne) + paper.Number),
            CustomerId = paper.CustomerId,
            Kind = paper.Kind,
            Format = paper.Format,
            FileName = paper.FileName,
            SizeBytes = content.Length,
            ContentHash = Convert.ToHexStringLower(SHA256.HashData(content)),
            Width = paper.Format == DocumentFormat.Pdf ? null : SamplePapers.Width,
            Height = paper.Format == DocumentFormat.Pdf ? null : SamplePapers.Height,
            Pages = 1,
            ExpiresOn = LastDayOf(paper, DateOnly.FromDateTime(now)),
            State = state,
            StateReason = state == DocumentState.Rejected ? Reasons[paper.Position % Reasons.Length] : null,
            JudgedBy = state == DocumentState.Pending ? null : Checker,
            JudgedAtUtc = state == DocumentState.Pending ? null : uploaded.AddHours(2) < now ? uploaded.AddHours(2) : now,
            UploadedBy = Clerk,
            UploadedAtUtc = uploaded,
            Version = 1,
        };
    }

    private static DocumentState StateOf(Paper paper) => (paper.Position / 3 % 12) switch
    {
        4 or 9 => DocumentState.Pending,
        7 => DocumentState.Rejected,
        _ => DocumentState.Verified,
    };

    // A KTP holds for life; one of the old kind did not. Contracts run a year.
    private static DateOnly? LastDayOf(Paper paper, DateOnly today) => paper.Kind switch
    {
        DocumentKind.Contract => (paper.Position % 4) switch { 0 => today.AddDays(-9 - (paper.Line % 40)), 1 => today.AddDays(paper.Line % 28), _ => today.AddDays(60 + (paper.Line % 250)) },
        DocumentKind.IdentityCard when paper.Position % 27 == 0 => today.AddDays(-100 - (paper.Line % 300)),
        DocumentKind.IdentityCard when paper.Position % 27 == 9 => today.AddDays(paper.Line % 25),
        _ => null,
    };

    private IEnumerable<DocumentHistoryEntry> HistoryOf(CustomerDocument document)
    {
        yield return Entry(document.UploadedAtUtc, DocumentHistoryKind.Uploaded, Clerk);
        if (document.State != DocumentState.Pending)
        {
            yield return Entry(document.JudgedAtUtc!.Value, document.State == DocumentState.Verified ? DocumentHistoryKind.Verified : DocumentHistoryKind.Rejected, Checker, document.StateReason);
        }

        DocumentHistoryEntry Entry(DateTime at, DocumentHistoryKind kind, string actor, string? reason = null) => new()
        {
            Id = Ids.New(clock),
            DocumentId = document.Id,
            CustomerId = document.CustomerId,
            AtUtc = at,
            Kind = kind,
            DocumentKind = document.Kind,
            Reason = reason,
            ActorName = actor,
        };
    }

    private sealed record Paper(int Line, int Number, int Position, Guid CustomerId, DocumentKind Kind, DocumentFormat Format, string FileName, DateOnly InstalledOn, Func<byte[]> Draw)
    {
        public Guid Id => DocumentId(Line, Number);
    }
}
