using IspPortal.Core.Common.Tables;

namespace IspPortal.Core.Billing.Opening;

/// <summary>Finds out which column of a file says what, by its heading in English or Indonesian.</summary>
public static class OpeningColumns
{
    /// <summary>How many rows above the headings a spreadsheet may have.</summary>
    public const int MostRowsAbove = 10;

    private static readonly (OpeningField Field, string English, string Indonesian, string[] Names)[] Table =
    [
        (OpeningField.Kind, "What", "Jenis", ["what", "kind", "type", "jenis", "tipe", "jenissaldo"]),
        (OpeningField.Customer, "Customer code", "Kode pelanggan", ["customercode", "customer", "customerid", "customernumber", "customerno", "externalcode", "kodepelanggan", "idpelanggan", "nopelanggan", "nomorpelanggan", "pelanggan", "cid"]),
        (OpeningField.Account, "Billing account", "Akun tagihan", ["billingaccount", "account", "accountnumber", "accountno", "akuntagihan", "akun", "nomorakun"]),
        (OpeningField.Line, "Line", "Layanan", ["line", "subscription", "subscriptionnumber", "username", "pppoe", "layanan", "nomorlayanan", "langganan", "userpppoe"]),
        (OpeningField.Number, "Old number", "Nomor lama", ["oldnumber", "number", "invoicenumber", "invoiceno", "invoice", "nomorlama", "nomor", "nomortagihan", "nomorinvoice", "noinvoice", "notagihan"]),
        (OpeningField.IssuedOn, "Old date", "Tanggal lama", ["olddate", "date", "issuedon", "invoicedate", "tanggallama", "tanggal", "tanggaltagihan", "tglinvoice", "tanggalinvoice"]),
        (OpeningField.DueOn, "Due on", "Jatuh tempo", ["dueon", "due", "duedate", "jatuhtempo", "tgljatuhtempo", "tanggaljatuhtempo"]),
        (OpeningField.FromOn, "Period from", "Periode dari", ["periodfrom", "from", "periodstart", "periodedari", "dari", "periodemulai"]),
        (OpeningField.ToOn, "Period to", "Periode sampai", ["periodto", "to", "periodend", "periodesampai", "sampai", "periodeakhir"]),
        (OpeningField.Amount, "Amount", "Jumlah", ["amount", "openamount", "balance", "jumlah", "nominal", "sisatagihan", "sisa", "saldo", "nilai"]),
        (OpeningField.PaidUntilOn, "Paid until", "Lunas sampai", ["paiduntil", "paidto", "paidthrough", "activeuntil", "lunassampai", "dibayarsampai", "aktifsampai", "masaaktif"]),
        (OpeningField.Place, "Collector", "Penagih", ["collector", "place", "drawer", "cashplace", "penagih", "kolektor", "laci", "kas", "tempatkas"]),
        (OpeningField.Series, "Series", "Seri", ["series", "seri", "prefix", "awalan"]),
        (OpeningField.Next, "Next number", "Nomor berikutnya", ["nextnumber", "next", "nomorberikutnya", "berikutnya", "nomorberikut"]),
        (OpeningField.Note, "Note", "Catatan", ["note", "notes", "remark", "catatan", "keterangan", "ket"]),
    ];

    private static readonly (OpeningKind Kind, string English, string Indonesian, string[] Words)[] Kinds =
    [
        (OpeningKind.Invoice, "invoice", "tagihan", ["invoice", "openinvoice", "bill", "tagihan", "piutang", "faktur"]),
        (OpeningKind.PaidUntil, "paid until", "lunas sampai", ["paiduntil", "paidto", "lunassampai", "lunas", "masaaktif"]),
        (OpeningKind.Deposit, "deposit", "jaminan", ["deposit", "jaminan", "uangjaminan"]),
        (OpeningKind.Credit, "credit", "kredit", ["credit", "prepayment", "kredit", "titipan", "lebihbayar", "saldokredit"]),
        (OpeningKind.CollectorCash, "collector cash", "kas penagih", ["collectorcash", "cash", "kaspenagih", "kaskolektor", "kas", "tunai"]),
        (OpeningKind.NextNumber, "next number", "nomor berikutnya", ["nextnumber", "number", "nomorberikutnya", "nomor"]),
    ];

    private static readonly Dictionary<string, OpeningField> ByName = Table.SelectMany(column => column.Names.Select(name => (name, column.Field))).ToDictionary(entry => entry.name, entry => entry.Field, StringComparer.Ordinal);

    private static readonly Dictionary<string, OpeningKind> ByWord = Kinds.SelectMany(kind => kind.Words.Select(word => (word, kind.Kind))).ToDictionary(entry => entry.word, entry => entry.Kind, StringComparer.Ordinal);

    /// <summary>The headings of a file to fill in, in the order of the fields.</summary>
    public static IReadOnlyList<string> Template(bool indonesian) => [.. Table.Select(column => indonesian ? column.Indonesian : column.English)];

    /// <summary>What a field's column is called.</summary>
    public static string HeadingOf(OpeningField field, bool indonesian) => Table.Where(column => column.Field == field).Select(column => indonesian ? column.Indonesian : column.English).Single();

    /// <summary>The word for a kind of row, as files say it.</summary>
    public static string WordOf(OpeningKind kind, bool indonesian) => Kinds.Where(known => known.Kind == kind).Select(known => indonesian ? known.Indonesian : known.English).Single();

    /// <summary>The kind that a word stands for; null: none.</summary>
    public static OpeningKind? KindOf(string? word) => ByWord.TryGetValue(ColumnNames.KeyOf(word), out var kind) ? kind : null;

    /// <summary>The column of each field that a heading names; of several the first counts.</summary>
    public static IReadOnlyDictionary<OpeningField, int> Find(IReadOnlyList<string> headings)
    {
        ArgumentNullException.ThrowIfNull(headings);
        var found = new Dictionary<OpeningField, int>();
        foreach (var (column, heading) in headings.Index())
        {
            if (ByName.TryGetValue(ColumnNames.KeyOf(heading), out var field))
            {
                found.TryAdd(field, column);
            }
        }

        return found;
    }

    /// <summary>Which of the first rows holds the headings: the one that names most fields; null: none names the kind of its rows.</summary>
    public static int? HeadingsAt(IReadOnlyList<TableRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var best = rows.Take(MostRowsAbove + 1).Select((row, at) => (At: at, Columns: Find(row.Cells))).Where(row => row.Columns.ContainsKey(OpeningField.Kind)).OrderByDescending(row => row.Columns.Count).ThenBy(row => row.At).ToList();
        return best.Count == 0 ? null : best[0].At;
    }
}
