BEGIN TRANSACTION;
CREATE TABLE anchor (
        session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
        row INTEGER NOT NULL,
        texts TEXT NOT NULL,
        PRIMARY KEY (session, row)
    ) WITHOUT ROWID;
CREATE TABLE anchor_block (
        id INTEGER PRIMARY KEY,
        session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
        first INTEGER NOT NULL,
        anchors TEXT NOT NULL
    );
INSERT INTO "anchor_block" VALUES(1,2,3,'[[3, ["212", "", "Information", "Cor", "Color", "Azul", "Blue"]]]');
CREATE TABLE cell_edit (
        session INTEGER NOT NULL,
        step INTEGER NOT NULL,
        number INTEGER NOT NULL,
        row INTEGER NOT NULL,
        "column" TEXT NOT NULL,
        before TEXT NOT NULL,
        before_kind TEXT,
        after TEXT NOT NULL,
        after_kind TEXT,
        PRIMARY KEY (session, step, number),
        FOREIGN KEY (session, step) REFERENCES step ON DELETE CASCADE
    ) WITHOUT ROWID;
INSERT INTO "cell_edit" VALUES(1,1,0,4,'AmazonValue','Azul',NULL,'Blue',NULL);
CREATE TABLE decision (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        shop TEXT NOT NULL,
        "column" TEXT NOT NULL,
        attribute TEXT NOT NULL,
        vtex_value TEXT NOT NULL,
        said TEXT NOT NULL,
        chosen TEXT NOT NULL,
        changed TEXT NOT NULL,
        UNIQUE (shop, "column", attribute, vtex_value, said)
    );
INSERT INTO "decision" VALUES(1,'Loja São Paulo','AmazonValue','color','Preto','Pretto','Black','2026-11-21T20:17:45.207+00:00');
CREATE TABLE edit_block (
        session INTEGER NOT NULL,
        step INTEGER NOT NULL,
        part TEXT NOT NULL,
        number INTEGER NOT NULL,
        edits TEXT NOT NULL,
        PRIMARY KEY (session, step, part, number),
        FOREIGN KEY (session, step) REFERENCES step ON DELETE CASCADE
    );
INSERT INTO "edit_block" VALUES(1,0,'cell_edit',0,'[[2, "Type", "variation", "Variation", null, null], [3, "VTEXValue", "10/12", "10-12", "date", null]]');
CREATE TABLE leave (
        session INTEGER NOT NULL,
        step INTEGER NOT NULL,
        number INTEGER NOT NULL,
        code TEXT NOT NULL,
        row INTEGER,
        "column" TEXT,
        value TEXT NOT NULL,
        before TEXT,
        after TEXT,
        PRIMARY KEY (session, step, number),
        FOREIGN KEY (session, step) REFERENCES step ON DELETE CASCADE
    ) WITHOUT ROWID;
INSERT INTO "leave" VALUES(2,0,0,'type-case',4,'Type','variation',NULL,'later');
CREATE TABLE lookup (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        changed TEXT NOT NULL,
        text TEXT NOT NULL,
        files TEXT NOT NULL,
        messages INTEGER NOT NULL,
        kinds INTEGER NOT NULL
    );
INSERT INTO "lookup" VALUES(1,'2026-11-21T21:40:00.000+00:00','SEM GTIN','["/lojas/erros.csv"]',12,3);
CREATE TABLE profile (
        name TEXT PRIMARY KEY,
        settings TEXT NOT NULL,
        changed TEXT NOT NULL
    ) WITHOUT ROWID;
INSERT INTO "profile" VALUES('Loja São Paulo','{"seller_id": "A3TESTSELLER0", "shipping_type_name_at_amazon": ["Modelo padrão"]}','2026-11-21T21:02:11.512+00:00');
CREATE TABLE reference (
        session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
        number INTEGER NOT NULL,
        path TEXT NOT NULL,
        PRIMARY KEY (session, number)
    ) WITHOUT ROWID;
INSERT INTO "reference" VALUES(1,0,'/lojas/valores.xlsm');
CREATE TABLE row_edit (
        session INTEGER NOT NULL,
        step INTEGER NOT NULL,
        number INTEGER NOT NULL,
        row INTEGER NOT NULL,
        came INTEGER NOT NULL,
        texts TEXT NOT NULL,
        kinds TEXT NOT NULL,
        PRIMARY KEY (session, step, number),
        FOREIGN KEY (session, step) REFERENCES step ON DELETE CASCADE
    ) WITHOUT ROWID;
INSERT INTO "row_edit" VALUES(2,0,0,3,0,'["212", "", "Information", "Cor", "Color", "Azul", "Blue"]','{"VTEXValue": "date"}');
INSERT INTO "row_edit" VALUES(2,0,1,9,1,'["212", "", "Information", "Cor", "Color", "Azul", "Blue"]','{}');
CREATE TABLE session (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        created TEXT NOT NULL,
        changed TEXT NOT NULL,
        path TEXT NOT NULL,
        name TEXT NOT NULL,
        size INTEGER NOT NULL,
        mtime_ns INTEGER NOT NULL,
        sheet TEXT NOT NULL,
        header_row INTEGER,
        problems INTEGER NOT NULL,
        changed_cells INTEGER NOT NULL,
        position INTEGER NOT NULL DEFAULT 0,
        saved_to TEXT,
        finished INTEGER NOT NULL DEFAULT 0
    , anchored_header INTEGER, shape TEXT, journey TEXT, shop TEXT NOT NULL DEFAULT '', trade_policy TEXT NOT NULL DEFAULT '', options TEXT);
INSERT INTO "session" VALUES(1,'mapping','2026-11-21T18:41:33.324+00:00','2026-11-21T18:41:33.326+00:00','/lojas/mapeamento.xlsx','mapeamento.xlsx',48213,1795286400123456789,'Planilha1',2,5,2,1,NULL,0,NULL,'["Planilha1", 2, {"CategoryID": 0, "Type": 2}]','{"step": "review", "kind": "type-case"}','Loja São Paulo','2','{"trade_policy": "2", "kits": "not-sent", "covers": {"/lojas/valores.xlsm": ["212", "784"]}}');
INSERT INTO "session" VALUES(2,'sample','2026-11-21T20:17:45.205+00:00','2026-11-21T20:17:45.206+00:00','/lojas/exemplo.xlsx','exemplo.xlsx',1,2,'Planilha1',1,3,3,1,NULL,0,1,NULL,NULL,'','',NULL);
CREATE TABLE shop_options (
        shop TEXT PRIMARY KEY,
        options TEXT NOT NULL,
        changed TEXT NOT NULL
    ) WITHOUT ROWID;
INSERT INTO "shop_options" VALUES('Loja São Paulo','{"trade_policy": "2", "covers": {"SHIRT": ["212", "784"]}}','2026-11-29T00:05:41.118+00:00');
CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO "state" VALUES('language','"pt"');
CREATE TABLE step (
        session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
        number INTEGER NOT NULL,
        made TEXT NOT NULL,
        PRIMARY KEY (session, number)
    ) WITHOUT ROWID;
INSERT INTO "step" VALUES(1,0,'2026-11-21T18:41:33.325+00:00');
INSERT INTO "step" VALUES(1,1,'2026-11-21T18:41:33.325+00:00');
INSERT INTO "step" VALUES(2,0,'2026-11-21T20:17:45.207+00:00');
CREATE INDEX session_by_change ON session (changed);
CREATE INDEX anchor_block_by_first ON anchor_block (session, first);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('session',2);
INSERT INTO "sqlite_sequence" VALUES('lookup',1);
INSERT INTO "sqlite_sequence" VALUES('decision',1);
COMMIT;
PRAGMA user_version = 7;
